using System.Collections.Immutable;
using Cuttings.Collation;

namespace Cuttings.CollationBench;

/// <summary>A text as words, for diffs: in lower case, apostrophes straight, so that no diff stumbles over what printing changes.</summary>
internal sealed class Tokens
{
    private Tokens(string text, List<(int Start, int End)> at, List<string> words, List<bool> quoted) =>
        (Text, At, Words, Quoted) = (text, at, words, quoted);

    public string Text { get; }

    public List<(int Start, int End)> At { get; }

    public List<string> Words { get; }

    /// <summary>For each word whether it stands between double quotation marks.</summary>
    public List<bool> Quoted { get; }

    public static Tokens Of(string text)
    {
        var (at, words, quoted, open) = (new List<(int, int)>(), new List<string>(), new List<bool>(), false);
        for (var n = 0; n < text.Length; n++)
        {
            open = text[n] switch { '“' => true, '”' => false, '"' => !open, '\n' when n > 0 && text[n - 1] == '\n' => false, _ => open };
            if (!char.IsLetterOrDigit(text[n]))
            {
                continue;
            }

            var start = n;
            var single = text[n] is >= '\u3040' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF';
            while (!single && n + 1 < text.Length && (char.IsLetterOrDigit(text[n + 1]) || (text[n + 1] is '\'' or '’' or '.' or ',' && n + 2 < text.Length && char.IsLetterOrDigit(text[n + 2]))))
            {
                n++;
            }

            at.Add((start, n + 1));
            words.Add(text[start..(n + 1)].Replace('’', '\'').ToLowerInvariant());
            quoted.Add(open);
        }

        return new(text, at, words, quoted);
    }

    /// <summary>The words of a passage.</summary>
    public Range In(Passage passage)
    {
        var (from, to) = (0, At.Count);
        while (from < At.Count && At[from].Start < passage.Start)
        {
            from++;
        }

        for (to = from; to < At.Count && At[to].Start < passage.End; to++)
        {
        }

        return from..to;
    }

    /// <summary>The sentences of a text, headline first, as ranges of words: those that the collator finds, so that no diff loses by its own.</summary>
    public ImmutableArray<Range> Sentences(Collated collated) => [.. (collated.Headline is { } headline ? collated.Sentences.Prepend(headline) : collated.Sentences).Select(sentence => In(sentence.Cutting))];
}
