using System.Globalization;
using System.Text;
using Cuttings.Vocabulary;

namespace Cuttings.Import.WordPress;

/// <summary>The last part of a post's address. WordPress keeps it percent-encoded, cut at 200 bytes, which may be inside a character.</summary>
internal static class PostSlug
{
    private const int Longest = 200;

    /// <summary>Decoded, Hangul and Hanzi as they are; null where the post has none.</summary>
    public static string? Of(string encoded)
    {
        var slug = encoded.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(encoded) : encoded;
        var cut = slug.LastIndexOf('%');
        slug = cut >= 0 && cut > slug.Length - 12 ? slug[..slug.IndexOf('%', StringComparison.Ordinal)] : slug;
        slug = Composed(slug.Trim('-'));
        if (slug.Length == 0)
        {
            return null;
        }

        return slug.Length <= Longest && slug is not ("." or "..") && slug.EnumerateRunes().All(IsSlug) ? slug : Slug.From(slug, "") is { Length: > 0 } made ? made : null;
    }

    private static bool IsSlug(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' or '~' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Composed(string slug)
    {
        try
        {
            return slug.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return slug;
        }
    }
}
