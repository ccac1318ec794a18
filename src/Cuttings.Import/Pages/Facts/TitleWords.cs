using System.Text;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Titles compared by their words: case, accents, quotes and signs do not count; each Hangul, Hanzi or Kana character is a word.</summary>
internal static class TitleWords
{
    private const int Most = 120;
    private const int MostCompared = 900;

    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var sign in text)
        {
            if (words.Count >= Most)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(sign))
            {
                word.Append((char)(sign | (char.IsAsciiLetterUpper(sign) ? 0x20 : 0)));
            }
            else if (TextWeight.IsEastAsian(sign))
            {
                End();
                words.Add(sign.ToString());
            }
            else if (char.IsLetterOrDigit(sign))
            {
                word.Append(char.ToLowerInvariant(sign));
            }
            else if (sign is not ('\'' or '’' or '‘' or '`'))
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>All words run together.</summary>
    public static string Key(string text) => string.Concat(Of(text));

    /// <summary>0 for nothing in common, 1 for the same words (Dice's measure).</summary>
    public static double Likeness(List<string> one, List<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return 0;
        }

        var common = one.Count * other.Count <= MostCompared ? Compared(one, other) : Counted(one, other);
        return 2.0 * common / (one.Count + other.Count);
    }

    // Titles are short: comparing each word with each is faster than counting them.
    private static int Compared(List<string> one, List<string> other)
    {
        Span<bool> taken = stackalloc bool[one.Count];
        var common = 0;
        foreach (var word in other)
        {
            for (var n = 0; n < one.Count; n++)
            {
                if (!taken[n] && one[n] == word)
                {
                    taken[n] = true;
                    common++;
                    break;
                }
            }
        }

        return common;
    }

    private static int Counted(List<string> one, List<string> other)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in one)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        var common = 0;
        foreach (var word in other)
        {
            if (counts.TryGetValue(word, out var left) && left > 0)
            {
                counts[word] = left - 1;
                common++;
            }
        }

        return common;
    }
}
