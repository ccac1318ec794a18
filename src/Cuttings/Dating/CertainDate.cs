using System.Globalization;

namespace Cuttings.Dating;

/// <summary>The part of a posted date that is certain, for those who take a year, a month or a day and no more (reference managers).</summary>
public static class CertainDate
{
    /// <summary>Year, month and day as far as they are certain: what both ends of an interval share, one step less of an approximate date, up to what is unspecified; empty where not even the year is.</summary>
    public static IReadOnlyList<int> Of(PostedDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        var slash = date.Text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? One(date.Text)
            : [.. One(date.Text[..slash]).Zip(One(date.Text[(slash + 1)..])).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)];
    }

    /// <summary>`2020/09/27`, `2020/09` or `2020`, as RIS and citation metadata write it; null where nothing is certain.</summary>
    public static string? Slashed(PostedDate date) => Of(date) is { Count: > 0 } parts
        ? string.Join('/', parts.Select((part, n) => part.ToString(n == 0 ? "0000" : "00", CultureInfo.InvariantCulture)))
        : null;

    private static List<int> One(string text)
    {
        var plain = text.TrimEnd('?', '~', '%');
        var parts = new List<int>();
        // An instant is cut to its day, as it is written.
        foreach (var part in plain[..Math.Min(plain.Length, 10)].Split('-'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                break;
            }

            parts.Add(number);
        }

        var certain = parts.Count - (plain.Length < text.Length ? 1 : 0);
        // Beyond twelve it is a season.
        certain = parts.Count > 1 && parts[1] > 12 ? Math.Min(certain, 1) : certain;
        return parts[..Math.Max(0, certain)];
    }
}
