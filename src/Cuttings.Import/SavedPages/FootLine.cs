using System.Text.RegularExpressions;
using Cuttings.Credits;

namespace Cuttings.Import.SavedPages;

/// <summary>Lines such as `Posted by Ida Lund in Ferries | 3 comments` and `Posted in Ferries by Ida Lund · Leave a comment`.</summary>
internal static partial class FootLine
{
    private const int MostTails = 4;

    /// <summary>Who posted it and where; how often it was answered is dropped. Null where the line is none of these.</summary>
    public static FurnitureLine? Read(string text)
    {
        var rest = WithoutCounts(text);
        if (PostedBy().Match(rest) is { Success: true } by && IsPoster(by.Groups[1].Value, rest.Length < text.Length) && AreCategories(by.Groups[2].Value))
        {
            return new(LineKind.PostFooter, "posted by", Author: by.Groups[1].Value, Categories: by.Groups[2].Success ? by.Groups[2].Value : null);
        }

        return PostedIn().Match(rest) is { Success: true } filed && IsPoster(filed.Groups[2].Value, rest.Length < text.Length) && AreCategories(filed.Groups[1].Value)
            ? new(LineKind.PostFooter, "filed under", Author: filed.Groups[2].Value, Categories: filed.Groups[1].Value)
            : null;
    }

    /// <summary>The line without `| 3 comments`, `· Leave a reply` and the like at its end.</summary>
    public static string WithoutCounts(string text)
    {
        for (var n = 0; n < MostTails && Tail().Match(text) is { Success: true } tail; n++)
        {
            text = text[..tail.Index];
        }

        return text;
    }

    // `Posted by mistake` is a sentence's beginning; a name in small letters is a user's, where counts tell the form.
    private static bool IsPoster(string name, bool hasTail) =>
        name.Split(' ').Length <= 4 && (CreditReader.IsName(name) || hasTail && !name.Contains(' '));

    private static bool AreCategories(string list) => list.Length == 0 || list.Split(',').All(name => name.Trim() is { Length: > 0 and <= 60 } one && one.Split(' ').Length <= 5 && one[^1] is not ('.' or '!' or '?'));

    [GeneratedRegex(@"\s*(?:[|·•–—]|\s-)\s*(?:(?:no|one|\d{1,6})\s+(?:comments?|repl(?:y|ies)|responses?)|comments?(?:\s*\(\d{1,6}\)|\s+(?:off|are closed))?|leave a (?:comment|reply)|add (?:a )?comment|permalink|trackbacks?(?:\s*\(\d{1,6}\))?)\s*[»→.]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^Posted by\s*:?\s+([^|]{2,60}?)(?:\s+(?:in|under)\s+([^|]{1,160}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostedBy();

    [GeneratedRegex(@"^(?:Posted|Filed) (?:in|under)\s*:?\s+([^|]{1,160}?)\s+by\s+([^|]{2,60})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostedIn();
}
