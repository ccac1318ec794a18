using System.Globalization;

namespace Cuttings.Import.WebArchives;

/// <summary>Dates as web archives write them.</summary>
internal static class WarcDate
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd", "yyyy-MM", "yyyy",
        "yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMdd",
    ];

    /// <summary>WARC 1.1, 5.4 (W3C-DTF in UTC, to the nanosecond or as coarse as a year), and the 14 digits of ARC.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length > 17 && trimmed.IndexOf('.', StringComparison.Ordinal) is > 0 and var point)
        {
            var end = point + 1;
            while (end < trimmed.Length && char.IsAsciiDigit(trimmed[end]))
            {
                end++;
            }

            trimmed = trimmed.Remove(Math.Min(end, point + 8), end - Math.Min(end, point + 8));
        }
        else if (trimmed.Length > 14 && trimmed.All(char.IsAsciiDigit))
        {
            trimmed = trimmed[..14];
        }

        return DateTimeOffset.TryParseExact(trimmed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;
    }

    /// <summary>As WARC 1.1 writes it, with as many digits of the second as say something.</summary>
    public static string Write(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + "Z";

    /// <summary>The 14 digits of an index (CDXJ).</summary>
    public static string Digits(DateTimeOffset date) => date.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}
