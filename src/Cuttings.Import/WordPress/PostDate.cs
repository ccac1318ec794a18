using System.Globalization;
using Cuttings.Dating;

namespace Cuttings.Import.WordPress;

/// <summary>When a post was posted. WordPress keeps the blog's clock and UTC side by side: the difference is the offset that was in force, so that the day is the blog's day.</summary>
internal static class PostDate
{
    private const string Form = "yyyy-MM-dd HH:mm:ss";

    /// <summary>RFC 3339 with the blog's offset; a day where only the blog's clock is known; null for a draft without a date of its own.</summary>
    public static PostedDate? Of(WxrItem item)
    {
        var (isLocal, isUtc) = (TryRead(item.Date, out var local), TryRead(item.DateGmt, out var utc));
        if (!isUtc && item.Status is "publish" or "private" or "future" && TryReadPublished(item.Published, out utc))
        {
            isUtc = true;
        }

        return (isLocal, isUtc) switch
        {
            (true, true) => Instant(local, utc),
            (false, true) => Instant(utc, utc),
            // A draft's date moves along until it is published.
            (true, false) when item.Status is "publish" or "private" or "future" => PostedDate.Parse(local.ToString("yyyy-MM-dd")),
            _ => null,
        };
    }

    private static PostedDate Instant(DateTime local, DateTime utc)
    {
        var offset = local - utc;
        var whole = TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes / 15) * 15);
        // Some writers set one of the two a second late; a day apart, they do not speak of one instant.
        if (whole.Duration() > TimeSpan.FromHours(14) || (offset - whole).Duration() > TimeSpan.FromMinutes(2))
        {
            (local, whole) = (utc, TimeSpan.Zero);
        }

        return PostedDate.Parse(local.ToString("yyyy-MM-dd'T'HH:mm:ss") + (whole == TimeSpan.Zero ? "Z" : (whole < TimeSpan.Zero ? "-" : "+") + whole.ToString("hh\\:mm")));
    }

    private static bool TryRead(string text, out DateTime date) => DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year > 1;

    private static bool TryReadPublished(string text, out DateTime date)
    {
        var read = DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var instant);
        date = instant.UtcDateTime;
        return read && date.Year > 1;
    }
}
