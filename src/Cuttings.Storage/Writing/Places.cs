using Cuttings.Dating;
using Cuttings.Listing;
using Cuttings.Vocabulary;

namespace Cuttings.Storage.Writing;

/// <summary>In which lists a published cutting stands, and where.</summary>
internal static class Places
{
    /// <summary>Undated cuttings come after all dated ones: no instant is this early.</summary>
    public const long Undated = 1L << 40;

    // A range of more years than this is listed under its ends only.
    private const int MostYears = 100;

    public static long Sort(PostedDate? posted) => posted is null ? Undated : -posted.Earliest.ToUnixTimeSeconds();

    public static IEnumerable<(ListKind Kind, string Key)> Of(PostedDate? posted, long? author, long? outlet, IEnumerable<long> categories, IEnumerable<long> tags, TimeZoneInfo zone)
    {
        yield return (ListKind.All, "");
        foreach (var category in categories)
        {
            yield return (ListKind.Category, category.ToString());
        }

        foreach (var tag in tags)
        {
            yield return (ListKind.Tag, tag.ToString());
        }

        if (outlet is { } o)
        {
            yield return (ListKind.Outlet, o.ToString());
        }

        if (author is { } a)
        {
            yield return (ListKind.Author, a.ToString());
        }

        if (posted is null)
        {
            yield return (ListKind.Undated, "");
            yield break;
        }

        foreach (var place in Of(posted, zone))
        {
            yield return place;
        }
    }

    private static IEnumerable<(ListKind Kind, string Key)> Of(PostedDate posted, TimeZoneInfo zone)
    {
        // Only an instant has an offset; a calendar date is the same day everywhere.
        var instant = posted.Text.Contains('T', StringComparison.Ordinal) && !posted.Text.Contains('/', StringComparison.Ordinal);
        var first = instant ? TimeZoneInfo.ConvertTime(posted.Earliest, zone).Date : posted.Earliest.UtcDateTime.Date;
        var last = instant ? first : posted.Latest.UtcDateTime.Date;
        var months = (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
        if (last.Year - first.Year > MostYears)
        {
            // An open end reaches as far as dates do: the known end tells the year.
            foreach (var end in new[] { first, last }.Where(end => end.Year is > 1 and < 9999))
            {
                yield return (ListKind.Year, end.Year.ToString("0000"));
            }

            yield break;
        }

        for (var year = first.Year; year <= last.Year; year++)
        {
            yield return (ListKind.Year, year.ToString("0000"));
        }

        if (months > 4 && !posted.Text.Contains('/', StringComparison.Ordinal))
        {
            // `2018` is a year, not twelve months; counted under the month 00.
            for (var year = first.Year; year <= last.Year; year++)
            {
                yield return (ListKind.Month, $"{year:0000}-00");
            }

            yield break;
        }

        for (var month = 0; month < months; month++)
        {
            var day = new DateTime(first.Year, first.Month, 1).AddMonths(month);
            yield return (ListKind.Month, $"{day.Year:0000}-{day.Month:00}");
        }
    }

    /// <summary>The list's kind for a term.</summary>
    public static ListKind Kind(TermKind kind) => kind switch
    {
        TermKind.Category => ListKind.Category,
        TermKind.Tag => ListKind.Tag,
        TermKind.Outlet => ListKind.Outlet,
        _ => ListKind.Author,
    };
}
