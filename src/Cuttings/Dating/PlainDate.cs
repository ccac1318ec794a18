using System.Globalization;

namespace Cuttings.Dating;

/// <summary>A posted date as ISO 8601-1 has it, which HTML and schema.org take; EDTF says more than that.</summary>
public static class PlainDate
{
    /// <summary>`2020-09-27`, `2020-09`, `2020` or `2020-09-27T10:00:00+00:00`; null for an interval and for what is approximate, unspecified, a season or beyond the years 1 to 9999. Also a valid date string of HTML.</summary>
    public static string? Of(PostedDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        if (date.IsInterval)
        {
            return null;
        }

        // Only an instant has no duration.
        return date.Earliest == date.Latest ? date.Earliest.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : date.Text.All(sign => char.IsAsciiDigit(sign) || sign == '-') && CertainDate.Of(date).Count == date.Text.Split('-').Length ? date.Text
            : null;
    }

    /// <summary>The same; and an interval whose ends are both plain, as ISO 8601-1 writes one.</summary>
    public static string? OrInterval(PostedDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        var ends = date.Text.Split('/').Select(end => PostedDate.TryParse(end, out var one) ? Of(one) : null).ToList();
        return ends.Contains(null) ? null : string.Join('/', ends);
    }
}
