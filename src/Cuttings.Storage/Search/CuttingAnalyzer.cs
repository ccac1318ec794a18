using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Cuttings.Storage.Search;

/// <summary>A run of letters that is indexed: where it stands, and the term it becomes.</summary>
internal readonly record struct Token(string Term, int Start, int End, bool IsIdeographic);

/// <summary>Words of texts: NFKC, folded case, English stems; Hangul, Hanzi and Kana as bigrams, and single characters too where they stand alone.</summary>
internal static class Words
{
    private static readonly ThreadLocal<(EnglishStemmer Stemmer, Dictionary<string, string> Stems)> Stemming = new(() => (new EnglishStemmer(), new(StringComparer.Ordinal)));

    public static IEnumerable<Token> Of(string text, bool single = false)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!IsWord(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var ideographic = IsIdeographic(text[at]);
            while (at < text.Length && (IsWord(text[at]) || text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]) && !ideographic) && IsIdeographic(text[at]) == ideographic && at - start < 64)
            {
                at++;
            }

            if (!ideographic)
            {
                yield return new(Stem(text[start..at]), start, at, false);
                continue;
            }

            var run = Fold(text[start..at]);
            if (run.Length != at - start)
            {
                // Compatibility forms changed the length: offsets are the whole run's.
                for (var n = 0; n + 1 < run.Length || n == 0; n++)
                {
                    yield return new(run.Substring(n, Math.Min(2, run.Length - n)), start, at, true);
                }

                continue;
            }

            for (var n = 0; n < run.Length; n++)
            {
                if (n + 1 < run.Length)
                {
                    yield return new(run.Substring(n, 2), start + n, start + n + 2, true);
                }

                if (single || run.Length == 1)
                {
                    yield return new(run.Substring(n, 1), start + n, start + n + 1, true);
                }
            }
        }
    }

    public static string Fold(string text)
    {
        foreach (var character in text)
        {
            if (character > 0x7F)
            {
                try
                {
                    return text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('’', '\'');
                }
                catch (ArgumentException)
                {
                    return text.ToLowerInvariant();
                }
            }
        }

        return text.ToLowerInvariant();
    }

    public static string Stem(string word)
    {
        var (stemmer, stems) = Stemming.Value!;
        if (stems.TryGetValue(word, out var known))
        {
            return known;
        }

        var folded = Fold(word);
        folded = folded.EndsWith("'s", StringComparison.Ordinal) ? folded[..^2] : folded;
        if (folded.Length > 2 && folded.All(char.IsAsciiLetter))
        {
            stemmer.SetCurrent(folded);
            stemmer.Stem();
            folded = stemmer.Current;
        }

        if (stems.Count > 200_000)
        {
            stems.Clear();
        }

        return stems[word] = folded;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsIdeographic(char character) => character is >= '\u1100' and <= '\u11FF' or >= '\u2E80' and <= '\u9FFF' and not (>= '\u3000' and <= '\u3004') or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';
}

/// <summary>Hands the words to the index.</summary>
internal sealed class WordStream(IEnumerable<Token> tokens) : TokenStream
{
    private readonly IEnumerator<Token> tokens = tokens.GetEnumerator();

    public override bool IncrementToken()
    {
        if (!tokens.MoveNext())
        {
            return false;
        }

        ClearAttributes();
        AddAttribute<ICharTermAttribute>().SetEmpty().Append(tokens.Current.Term);
        // Single characters stand on the place of the bigram before them, so that phrases of bigrams stay adjacent.
        AddAttribute<IPositionIncrementAttribute>().PositionIncrement = tokens.Current.IsIdeographic && tokens.Current.Term.Length == 1 && !first ? 0 : 1;
        first = false;
        return true;
    }

    private bool first = true;

    protected override void Dispose(bool disposing)
    {
        tokens.Dispose();
        base.Dispose(disposing);
    }
}
