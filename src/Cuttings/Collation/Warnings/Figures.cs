using System.Collections.Frozen;
using System.Globalization;

namespace Cuttings.Collation.Warnings;

/// <summary>A figure in a text.</summary>
/// <param name="Words">Its words, multiplier and all.</param>
/// <param name="Value">What it comes to.</param>
/// <param name="IsDate">Whether it is a day or a year.</param>
internal readonly record struct Figure(Run Words, double Value, bool IsDate);

/// <summary>Reads figures, in digits or words, with their units.</summary>
internal static class Figures
{
    private static readonly FrozenDictionary<string, double> Names = WordLists.English.Lines("number", "=").ToFrozenDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    private static readonly FrozenSet<string> Months = WordLists.English.Set("month");
    private static readonly FrozenDictionary<string, int> Units = WordLists.English.Lines("unit", "=").SelectMany((names, n) => names.Select(name => (name, n))).DistinctBy(pair => pair.name, StringComparer.Ordinal).ToFrozenDictionary(pair => pair.name, pair => pair.n, StringComparer.Ordinal);

    public static List<Figure> In(ScannedText text, Run run)
    {
        var found = new List<Figure>();
        for (var word = run.Start; word < run.End; word++)
        {
            if (!IsNumber(text, word))
            {
                continue;
            }

            var end = word + 1;
            while (end < run.End && (IsNumber(text, end) || (text.Lower(end) == "and" && end + 1 < run.End && IsNumber(text, end + 1) && IsName(text, end - 1))) && text.Before(end).Trim() is "" or "-" or "‑")
            {
                end++;
            }

            found.Add(new(new(word, end), Value(text, new(word, end)), IsDate(text, new(word, end))));
            word = end - 1;
        }

        return found;
    }

    public static bool IsNumber(ScannedText text, int word) => text.Words[word].Is(Traits.Number) || IsName(text, word);

    /// <summary>The unit that a word names, or -1.</summary>
    public static int Unit(ScannedText text, int word)
    {
        var name = text.Lower(word);
        return word + 1 < text.Words.Count && Units.TryGetValue($"{name} {text.Lower(word + 1)}", out var pair) ? pair : Units.GetValueOrDefault(name, -1);
    }

    /// <summary>Million and the like.</summary>
    public static bool IsMultiplier(ScannedText text, int word) => Names.TryGetValue(text.Lower(word), out var value) && value is >= 100 or 12;

    private static bool IsName(ScannedText text, int word) => text.Words[word].End - text.Words[word].Start <= 10 && Names.TryGetValue(text.Lower(word), out var value) && value is >= 2 || text.Lower(word) is "one" or "zero";

    private static double Value(ScannedText text, Run run)
    {
        double total = 0, current = 0;
        for (var word = run.Start; word < run.End; word++)
        {
            var name = text.Lower(word);
            if (Names.TryGetValue(name, out var value))
            {
                if (value is 100 or 12 && current > 0)
                {
                    current *= value;
                }
                else if (value >= 1000)
                {
                    total += (current == 0 ? 1 : current) * value;
                    current = 0;
                }
                else
                {
                    current += value;
                }
            }
            else if (name != "and")
            {
                var digits = new string([.. name.TakeWhile(sign => char.IsAsciiDigit(sign) || sign is '.' or ':')]);
                current += double.TryParse(digits.Replace(':', '.').TrimEnd('.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
            }
        }

        return total + current;
    }

    private static bool IsDate(ScannedText text, Run run)
    {
        var before = run.Start > 0 ? text.Lower(run.Start - 1) : "";
        var after = run.End < text.Words.Count ? text.Lower(run.End) : "";
        if (Months.Contains(before) && text.Words[run.Start - 1].Is(Traits.Capital) || Months.Contains(after) && text.Words[run.End].Is(Traits.Capital))
        {
            return true;
        }

        var word = text.Lower(run.Start);
        return run.Length == 1 && word.Length is 4 or 5 && word.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9') == false && (word.StartsWith("19", StringComparison.Ordinal) || word.StartsWith("20", StringComparison.Ordinal) || word.StartsWith("18", StringComparison.Ordinal))
            && !text[run.Start].Contains(',') && (run.End >= text.Words.Count || Unit(text, run.End) < 0) && (run.Start == 0 || Unit(text, run.Start - 1) < 0);
    }
}
