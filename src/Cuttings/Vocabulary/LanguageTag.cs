using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Cuttings.Vocabulary;

/// <summary>A language tag as BCP 47 (RFC 5646) writes it: `en`, `ko-KR`, `zh-Hant-TW`. Well-formed, not looked up in the registry.</summary>
public static partial class LanguageTag
{
    /// <summary>Reads a tag and gives it its usual case (`zh-hant-tw` as `zh-Hant-TW`).</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? tag)
    {
        tag = null;
        if (text is null || text.Length > 64 || !Form().IsMatch(text))
        {
            return false;
        }

        var parts = text.Split('-');
        var inner = false;
        for (var n = 0; n < parts.Length; n++)
        {
            parts[n] = n == 0 || inner ? parts[n].ToLowerInvariant() : parts[n].Length switch
            {
                2 => parts[n].ToUpperInvariant(),
                4 when char.IsAsciiLetter(parts[n][0]) => char.ToUpperInvariant(parts[n][0]) + parts[n][1..].ToLowerInvariant(),
                _ => parts[n].ToLowerInvariant(),
            };
            inner |= parts[n].Length == 1;
        }

        tag = string.Join('-', parts);
        return true;
    }

    // Primary languages of 4 to 8 letters are reserved and none has ever been registered.
    [GeneratedRegex("^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
