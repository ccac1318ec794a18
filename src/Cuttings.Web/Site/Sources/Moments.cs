using Cuttings.Web.Site.Collation;

namespace Cuttings.Web.Site.Sources;

/// <summary>A moment as evidence gives it: to the second, in UTC and in the archive's zone.</summary>
internal static class Moments
{
    /// <summary>`3 May 2026, 22:00:12 UTC (4 May 2026, 07:00:12 in Asia/Seoul)`, as HTML.</summary>
    public static string Whole(Context context, DateTimeOffset at)
    {
        var html = $"<time datetime=\"{Iso(at)}\">{at.UtcDateTime:d MMMM yyyy, HH:mm:ss} UTC</time>";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(context.Settings.TimeZone, out var zone) || zone.GetUtcOffset(at) == TimeSpan.Zero)
        {
            return html;
        }

        var there = TimeZoneInfo.ConvertTime(at, zone);
        return $"{html} ({(there.Date == at.UtcDateTime.Date ? $"{there:HH:mm:ss}" : $"{there:d MMMM yyyy, HH:mm:ss}")} in {Page.Encode(context.Settings.TimeZone)})";
    }

    /// <summary>`3 May 2026`, as HTML; the day in UTC.</summary>
    public static string Day(DateTimeOffset at) => $"<time datetime=\"{at.UtcDateTime:yyyy-MM-dd}\">{CollationPage.Day(at)}</time>";

    /// <summary>What a copy is called among all of its article (<see cref="CollationPage.CopyName(DateTimeOffset, IEnumerable{DateTimeOffset})"/>), as HTML.</summary>
    public static string Copy(DateTimeOffset at, IEnumerable<DateTimeOffset> copies) =>
        CollationPage.CopyName(at, copies) is var name && name == CollationPage.Day(at) ? Day(at) : $"<time datetime=\"{Iso(at)}\">{name}</time>";

    /// <summary>RFC 3339, UTC.</summary>
    public static string Iso(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
}
