using System.Buffers;
using System.Collections.Frozen;

namespace Cuttings.Import.Pages.Body;

/// <summary>What a line that is no sentence of an article is for.</summary>
internal enum PhraseKind
{
    None,

    /// <summary>Nothing of the article follows.</summary>
    End,

    /// <summary>It is never the article's.</summary>
    Drop,

    /// <summary>The text goes on elsewhere.</summary>
    Truncated,
}

/// <summary>Knows the lines that pages put around an article, in several languages; they are in `Words/phrases.txt`.</summary>
internal static class Phrases
{
    private const int Head = 3;
    private const float LongestBegun = 170;
    private const float LongestWith = 230;

    private static readonly FrozenDictionary<string, PhraseKind> Whole;
    private static readonly FrozenDictionary<string, (string Phrase, PhraseKind Kind)[]> Begun;
    private static readonly (SearchValues<string> Any, PhraseKind Kind)[] Within;

    static Phrases()
    {
        var rules = WordFile.Lines("phrases").Select(Parse).ToList();
        Whole = rules.Where(rule => rule.Form == "is").GroupBy(rule => Folded(rule.Phrase), StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.First().Kind, StringComparer.Ordinal);
        Begun = rules.Where(rule => rule.Form == "begins").GroupBy(rule => rule.Phrase[..Math.Min(Head, rule.Phrase.Length)], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(rule => (rule.Phrase, rule.Kind)).ToArray(), StringComparer.Ordinal);
        Within = [.. rules.Where(rule => rule.Form == "has").GroupBy(rule => rule.Kind).Select(group => (SearchValues.Create([.. group.Select(rule => rule.Phrase)], StringComparison.Ordinal), group.Key))];
    }

    /// <summary>What a line is for.</summary>
    public static PhraseKind Of(string line, float weight)
    {
        if (weight > LongestWith)
        {
            return PhraseKind.None;
        }

        var folded = Folded(line);
        if (Whole.TryGetValue(folded, out var whole))
        {
            return whole;
        }

        var lower = line.ToLowerInvariant().Replace('’', '\'').TrimStart(Before);
        for (var length = Head; length > 0 && weight <= LongestBegun; length--)
        {
            if (lower.Length >= length && Begun.TryGetValue(lower[..length], out var begun))
            {
                foreach (var (phrase, kind) in begun)
                {
                    if (lower.StartsWith(phrase, StringComparison.Ordinal))
                    {
                        return kind;
                    }
                }
            }
        }

        foreach (var (any, kind) in Within)
        {
            if (lower.AsSpan().ContainsAny(any))
            {
                return kind;
            }
        }

        return PhraseKind.None;
    }

    private const string Signs = " \t:：.…>»→›-–—!|+#*•▶►▼▲■◆●→←";

    private static readonly char[] Around = Signs.ToCharArray();
    private static readonly char[] Before = " \t>»→›-–—|+*•▶►▼▲■◆●".ToCharArray();

    private static string Folded(string line)
    {
        var folded = line.ToLowerInvariant().Replace('’', '\'').Trim(Around);
        return folded.Length == 0 ? line : folded;
    }

    private static (PhraseKind Kind, string Form, string Phrase) Parse(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var words = line[..colon].Split(' ');
        return (Enum.Parse<PhraseKind>(words[0], ignoreCase: true), words[1], line[(colon + 2)..]);
    }
}
