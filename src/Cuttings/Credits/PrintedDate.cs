using System.Globalization;
using System.Text.RegularExpressions;
using Cuttings.Dating;

namespace Cuttings.Credits;

/// <summary>A date as newspapers and blogs print it. One that could be read two ways (03/04/2020) is not read.</summary>
public static partial class PrintedDate
{
    private static readonly string[] Spelled =
    [
        "MMMM d, yyyy", "MMM d, yyyy", "MMM. d, yyyy", "d MMMM yyyy", "d MMM yyyy", "dddd, MMMM d, yyyy", "dddd, d MMMM yyyy", "MMMM d yyyy",
        "MMMM d, yyyy 'at' h:mm tt", "MMMM d, yyyy h:mm tt", "yyyy-M-d", "yyyy.M.d", "yyyy/M/d", "yyyy年M月d日", "yyyy'년' M'월' d'일'", "yyyy. M. d.", "yyyy.M.d.",
    ];

    /// <summary>Reads the whole text as a date, to the day.</summary>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PostedDate? date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = null;
        var plain = text.Trim().TrimEnd(',').Trim();
        if (plain.Length is < 6 or > 48)
        {
            return false;
        }

        plain = Ordinal().Replace(plain, "$1");
        if (DateTime.TryParseExact(plain, Spelled, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day))
        {
            return PostedDate.TryParse(day.ToString("yyyy-MM-dd"), out date);
        }

        var slashed = Slashed().Match(plain);
        if (!slashed.Success)
        {
            return false;
        }

        var (first, second) = (int.Parse(slashed.Groups[1].Value), int.Parse(slashed.Groups[2].Value));
        // 12/14/2008 can only be December; 03/04/2020 is March in one country and April in another.
        return (first, second) switch
        {
            ( >= 1 and <= 12, > 12 and <= 31) => PostedDate.TryParse($"{slashed.Groups[3].Value}-{first:00}-{second:00}", out date),
            ( > 12 and <= 31, >= 1 and <= 12) => PostedDate.TryParse($"{slashed.Groups[3].Value}-{second:00}-{first:00}", out date),
            ( >= 1 and <= 12, _) when first == second => PostedDate.TryParse($"{slashed.Groups[3].Value}-{first:00}-{second:00}", out date),
            _ => false,
        };
    }

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(\d{1,2})/(\d{1,2})/(\d{4})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Slashed();
}
