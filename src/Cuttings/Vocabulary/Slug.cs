using System.Globalization;
using System.Text;

namespace Cuttings.Vocabulary;

/// <summary>The last part of an address, made from a headline or a name: letters and digits of any script in lower case, joined by hyphens.</summary>
public static class Slug
{
    private const int Longest = 80;

    /// <summary>Makes a slug; accents of Latin letters go, Hangul and Hanzi stay; <paramref name="otherwise"/> where nothing is left.</summary>
    public static string From(string text, string otherwise = "cutting")
    {
        ArgumentNullException.ThrowIfNull(text);
        var head = text.Length > 400 ? text[..(char.IsHighSurrogate(text[399]) ? 399 : 400)] : text;
        var slug = new StringBuilder();
        var gap = false;
        foreach (var rune in Decomposed(head).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && rune.Value < 0x0370 || rune.Value is '\'' or 0x2019)
            {
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                gap = slug.Length > 0;
                continue;
            }

            if (gap && slug.Length >= Longest - 12)
            {
                break;
            }

            if (slug.Length + 3 > Longest)
            {
                break;
            }

            slug.Append(gap ? "-" : "").Append(Rune.ToLowerInvariant(rune).ToString());
            gap = false;
        }

        return slug.Length == 0 ? otherwise : slug.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Lone surrogates cannot be normalised; EnumerateRunes reads them as U+FFFD.
            return text;
        }
    }
}
