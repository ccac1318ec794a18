using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cuttings.Collation;

/// <summary>The form of a word that all printings share: NFKC, straight apostrophe, no soft hyphen, no brackets, no thousands separators.</summary>
internal static class Spelling
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

    /// <summary>In lower case.</summary>
    public static string Folded(ReadOnlySpan<char> word) => word.ContainsAnyExcept(Plain) ? Printed(word).ToLowerInvariant() : string.Create(word.Length, word, static (form, word) => word.ToLowerInvariant(form));

    /// <summary>True where two words differ in nothing but the case of their first letter and what printing changes.</summary>
    public static bool Same(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.SequenceEqual(other))
        {
            return true;
        }

        var (first, second) = (Printed(one), Printed(other));
        return first.Length == second.Length && first.AsSpan(1).SequenceEqual(second.AsSpan(1)) && char.ToLowerInvariant(first[0]) == char.ToLowerInvariant(second[0]);
    }

    /// <summary>A 64-bit FNV-1a digest of the folded form, the same on every machine.</summary>
    public static ulong Digest(ReadOnlySpan<char> word)
    {
        var digest = 14695981039346656037UL;
        foreach (var sign in word)
        {
            if (!char.IsAsciiLetterOrDigit(sign))
            {
                return DigestOf(Folded(word));
            }

            digest = (digest ^ (uint)(sign is >= 'A' and <= 'Z' ? sign | 0x20 : sign)) * 1099511628211UL;
        }

        return digest;
    }

    private static ulong DigestOf(string form)
    {
        var digest = 14695981039346656037UL;
        foreach (var sign in form)
        {
            digest = (digest ^ sign) * 1099511628211UL;
        }

        return digest;
    }

    private static string Printed(ReadOnlySpan<char> word)
    {
        var form = new StringBuilder(word.Length);
        var plain = true;
        for (var n = 0; n < word.Length; n++)
        {
            var sign = word[n];
            plain &= sign < 0x80;
            switch (sign)
            {
                case '[' or ']' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF':
                case ',' when n > 0 && char.IsAsciiDigit(word[n - 1]):
                    break;
                case '’' or '‘' or 'ʼ' or '＇' or '`' or '´':
                    form.Append('\'');
                    break;
                default:
                    form.Append(sign);
                    break;
            }
        }

        var text = form.Length == 0 ? word.ToString() : form.ToString();
        return plain ? text : Composed(text);
    }

    private static string Composed(string text) => Normal(text, NormalizationForm.FormKC);

    private static string Decomposed(string text) => Normal(text, NormalizationForm.FormKD);

    // A lone surrogate has no normal form.
    private static string Normal(string text, NormalizationForm form)
    {
        for (var n = 0; n < text.Length; n++)
        {
            if (char.IsSurrogate(text[n]) && !(char.IsHighSurrogate(text[n]) && n + 1 < text.Length && char.IsLowSurrogate(text[++n])))
            {
                return text;
            }
        }

        return text.Normalize(form);
    }

    /// <summary>The plain letters under accents, so that two transliterations of a name meet.</summary>
    public static string WithoutAccents(string word)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            return word;
        }

        var plain = new StringBuilder(word.Length);
        foreach (var sign in Decomposed(word))
        {
            plain.Append(IsCombining(sign) ? "" : sign.ToString());
        }

        return plain.ToString();
    }

    /// <summary>True for a sign that a word may end with: a letter, a digit, an accent set apart from its letter.</summary>
    public static bool IsOfWord(char sign) => char.IsLetterOrDigit(sign) || IsCombining(sign);

    private static bool IsCombining(char sign) => sign >= 0x300 && char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
