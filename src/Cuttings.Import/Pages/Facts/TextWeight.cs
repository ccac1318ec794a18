namespace Cuttings.Import.Pages.Facts;

/// <summary>How much is said: words, where a Hangul, Hanzi or Kana character counts as half a word.</summary>
internal static class TextWeight
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var (words, halves, inside) = (0, 0, false);
        foreach (var sign in text)
        {
            if (IsEastAsian(sign))
            {
                halves++;
                inside = false;
            }
            else if (char.IsLetterOrDigit(sign))
            {
                words += inside ? 0 : 1;
                inside = true;
            }
            else if (sign is not ('\'' or '’' or '-'))
            {
                inside = false;
            }
        }

        return words + (halves / 2);
    }

    public static bool IsEastAsian(char sign) => sign is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF';
}
