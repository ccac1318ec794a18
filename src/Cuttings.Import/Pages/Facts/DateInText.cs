using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>A date that stands somewhere in a text.</summary>
/// <param name="Date">What it says; by <see cref="DayOrder"/> where that was needed.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Length">How long it is, its time of day not counted.</param>
/// <param name="IsSure">Whether it can be read one way only.</param>
internal readonly record struct DateInText(FoundDate Date, int At, int Length, bool IsSure);

/// <summary>In what order a page writes 03/04/2020.</summary>
internal enum DayOrder
{
    Unknown,
    DayFirst,
    MonthFirst,
}

/// <summary>Finds printed dates in a line, in many languages.</summary>
internal static partial class DatesInText
{
    private const int Longest = 400;

    /// <summary>The dates in order; one that can be read two ways is left out unless the order is known.</summary>
    public static List<DateInText> Find(string text, DayOrder order = DayOrder.Unknown)
    {
        var found = new List<DateInText>();
        var line = text.Length > Longest ? text[..Longest] : text;
        // Most lines hold no year.
        if (!HasYear(line))
        {
            return found;
        }

        foreach (Match match in YearFirst().Matches(line))
        {
            Add(found, FoundDate.Of(Number(match, 1), Number(match, 2), Number(match, 3)), match, sure: true);
        }

        foreach (Match match in DayName().Matches(line))
        {
            if (MonthNames.Of(match.Groups[2].Value) is var month and > 0)
            {
                Add(found, FoundDate.Of(Number(match, 3), month, Number(match, 1)), match, sure: true);
            }
        }

        foreach (Match match in NameDay().Matches(line))
        {
            if (MonthNames.Of(match.Groups[1].Value) is var month and > 0)
            {
                Add(found, FoundDate.Of(Number(match, 3), month, Number(match, 2)), match, sure: true);
            }
        }

        foreach (Match match in YearName().Matches(line))
        {
            if (MonthNames.Of(match.Groups[2].Value) is var month and > 0)
            {
                Add(found, FoundDate.Of(Number(match, 1), month, Number(match, 3)), match, sure: true);
            }
        }

        foreach (Match match in YearLast().Matches(line))
        {
            AddNumeric(found, match, order);
        }

        found.Sort((one, other) => one.At.CompareTo(other.At));
        return found;
    }

    /// <summary>A month and a year, where the whole text is only that.</summary>
    public static FoundDate? MonthAlone(string text) =>
        text.Length is > 6 and < 30 && NameYear().Match(text.Trim()) is { Success: true } match && MonthNames.Of(match.Groups[1].Value) is var month and > 0 ? new FoundDate(Number(match, 2), month, 0) : null;

    /// <summary>What a numeric date such as 27/09/2020 shows of the page's order.</summary>
    public static DayOrder OrderShown(string text)
    {
        if (text.Length > Longest || !HasYear(text))
        {
            return DayOrder.Unknown;
        }

        foreach (Match match in YearLast().Matches(text))
        {
            var (first, second) = (Number(match, 1), Number(match, 3));
            if (match.Groups[2].Value == "/" && first != second && Math.Min(first, second) <= 12 && Math.Max(first, second) is > 12 and <= 31)
            {
                return first > 12 ? DayOrder.DayFirst : DayOrder.MonthFirst;
            }
        }

        return DayOrder.Unknown;
    }

    private static void AddNumeric(List<DateInText> found, Match match, DayOrder order)
    {
        var (first, second, year) = (Number(match, 1), Number(match, 3), Number(match, 4));
        // With dots the day comes first everywhere.
        var sign = match.Groups[2].Value;
        var dayFirst = first > 12 || first == second || sign == "." || order == DayOrder.DayFirst && second <= 12;
        var monthFirst = second > 12 || order == DayOrder.MonthFirst && first <= 12;
        if (monthFirst && !(sign == "." && second <= 12))
        {
            Add(found, FoundDate.Of(year, first, second), match, second > 12);
        }
        else if (dayFirst)
        {
            Add(found, FoundDate.Of(year, second, first), match, first > 12 || sign == ".");
        }
    }

    private static void Add(List<DateInText> found, FoundDate? date, Match match, bool sure)
    {
        if (date is { Year: >= 1850 and <= 2100 } && !found.Exists(other => other.At < match.Index + match.Length && match.Index < other.At + other.Length))
        {
            found.Add(new(date.Value, match.Index, match.Length, sure));
        }
    }

    private static bool HasYear(string text)
    {
        var digits = 0;
        foreach (var sign in text)
        {
            digits = char.IsAsciiDigit(sign) ? digits + 1 : 0;
            if (digits == 4)
            {
                return true;
            }
        }

        return false;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/.-])(\d{4})(?:\s?[-/.]\s?|\s?年\s?|\s?년\s?)(\d{1,2})(?:\s?[-/.]\s?|\s?月\s?|\s?월\s?)(\d{1,2})(?:日|일)?(?![\d])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d/.])(\d{1,2})(?:st|nd|rd|th|er|ª|º|°)?[.,]?[\s\u00A0-]*(?:of\s+|de\s+|d['’]\s?|del\s+)?(?:\p{L}{2,8}(?:\s\p{L}{4,6})?/)?(\p{L}[\p{L}\p{M}]{2,13})[.,]?[\s\u00A0-]*(?:de\s+|del\s+|a\s+)?(\d{4})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DayName();

    [GeneratedRegex(@"(?<!\p{L})(\p{L}[\p{L}\p{M}]{2,13})[.,]?\s*-?\s?(\d{1,2})(?:st|nd|rd|th)?(?:\s*[,.]\s*|\s+|-)(?:\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?,?\s+)?(\d{4})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NameDay();

    // Hungarian: 2020. szeptember 27.; also 2020-Sep-27.
    [GeneratedRegex(@"(?<!\d)(\d{4})[.,]?[\s-]+(\p{L}[\p{L}\p{M}]{2,13})[.,]?[\s-]+(\d{1,2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearName();

    [GeneratedRegex(@"(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^(\p{L}[\p{L}\p{M}]{2,13})\.?,?\s+(?:de\s+)?(\d{4})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NameYear();
}
