namespace Cuttings.Duplicates;

/// <summary>How a letter makes words.</summary>
internal static class Scripts
{
    /// <summary>True for Hangul, Hanzi, Kana: each is a token of its own, as words are not parted, or are parted as the printer likes.</summary>
    public static bool IsEastAsian(char sign) => sign >= 0x3040 && (sign is <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF') && char.IsLetter(sign);

    /// <summary>True for Hangul and Kana, of which a word has more than of Hanzi.</summary>
    public static bool IsSyllable(char sign) => sign is <= '\u30FF' or >= '\uAC00' and <= '\uD7A3';

    /// <summary>True for Thai, Lao, Burmese and Khmer, which part no words either.</summary>
    public static bool IsUnparted(char sign) => sign is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF';

    /// <summary>NFKC; a text with a lone surrogate has no normal form and stays as it is.</summary>
    public static string Normal(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        try
        {
            return text.Normalize(System.Text.NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
