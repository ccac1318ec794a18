using System.Text;
using System.Text.RegularExpressions;

namespace Cuttings.Duplicates;

/// <summary>
/// The key under which two titles are one: NFKC, lower case, letters and digits only, without the labels that agencies put before or behind ("UPDATE 2-", "[속보]", "(2nd LD)").
/// Names of sites are not known here: a title should come without one.
/// </summary>
public static partial class TitleKey
{
    private const int Longest = 400;
    private const int FewestWords = 4;
    private const int FewestSigns = 8;

    /// <summary>The key; null where the title has no letter and no digit. Of a title only its first 400 characters count.</summary>
    public static string? Of(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var text = Scripts.Normal(title.Length > Longest ? title[..Longest] : title).Trim();
        for (var turn = 0; turn < 4; turn++)
        {
            var bare = Behind().Replace(Before().Replace(text, ""), "").Trim();
            if (bare.Length == 0 || bare.Length == text.Length)
            {
                break;
            }

            text = bare;
        }

        return Folded(text) is { Length: > 0 } key ? key : null;
    }

    /// <summary>True where a key says enough to tell a story: "letters to the editor" or "weather" does not.</summary>
    internal static bool IsTelling(string key) => key.Count(Scripts.IsEastAsian) is var signs and > 0
        ? signs + key.Split(' ').Count(word => !Scripts.IsEastAsian(word[0])) >= FewestSigns
        : key.Count(' ') + 1 > FewestWords;

    private static string Folded(string text)
    {
        var key = new StringBuilder(text.Length);
        var gap = false;
        foreach (var sign in text)
        {
            if (sign is '\'' or '’' or '‘' or 'ʼ' or '\u00AD')
            {
                continue;
            }

            if (!char.IsLetterOrDigit(sign) && !char.IsSurrogate(sign) && char.GetUnicodeCategory(sign) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                gap = key.Length > 0;
                continue;
            }

            // Korean printers part words as they like.
            if (gap && !(Scripts.IsEastAsian(sign) && Scripts.IsEastAsian(key[^1])))
            {
                key.Append(' ');
            }

            gap = false;
            key.Append(char.ToLowerInvariant(sign));
        }

        return key.ToString();
    }

    [GeneratedRegex(@"^(?:(?:[\[(<【](?:속보|단독|종합|긴급|1보|2보|3보|포토|영상|快讯|快訊|速报|速報|独家|獨家|update\s?\d{0,2}|breaking|exclusive|lead|correct(?:ed|ion)|\d?(?:st|nd|rd|th)?\s?ld)[\])>】])|(?:update \d{1,2}|refile|rpt|wrapup \d{1,2}|correct(?:ed)?)\s?[-–—:]|(?:breaking(?: news)?|exclusive|update[d]?|watch|video|快讯|快訊|速报|速報|独家|獨家|속보|단독)\s?[:：|])\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\s*[\[(<](?:속보|종합|종합\s?\d보|1보|2보|3보|\d보|포토|영상|lead|update[d]?|\d?(?:st|nd|rd|th)?\s?(?:ld|lead)|video|audio|photos?)[\])>]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Behind();
}
