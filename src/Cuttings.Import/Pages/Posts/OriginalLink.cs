using System.Text.RegularExpressions;
using Cuttings.Credits;
using Cuttings.Import.Pages.Facts;

namespace Cuttings.Import.Pages.Posts;

/// <summary>Finds the link to the article that a post was cut from: the credit's, the one that says "Read the full story", else the only one that leads away and is evidently it.</summary>
internal static partial class OriginalLink
{
    public static string? Find(List<PostLink> elsewhere, Credit credit, string title)
    {
        if (elsewhere.Count == 0)
        {
            return null;
        }

        if (credit.Printed is { } printed && elsewhere.FindLast(link => link.Text.Length > 2 && printed.Contains(link.Text, StringComparison.OrdinalIgnoreCase)) is { } credited)
        {
            return credited.Address;
        }

        if (elsewhere.FindLast(link => Story().IsMatch(link.Text)) is { } story)
        {
            return story.Address;
        }

        if (elsewhere.Find(link => link.Text.Length > 8 && TitleWords.Likeness(TitleWords.Of(link.Text), TitleWords.Of(title)) > 0.8) is { } titled)
        {
            return titled.Address;
        }

        var addresses = elsewhere.Select(link => link.Address).Distinct(StringComparer.Ordinal).ToList();
        return addresses.Count == 1 && (credit.Printed is not null || credit.Outlet is not null || CreditReader.IsName(elsewhere[0].Text) && elsewhere[0].Element.ParentElement is { } around && NodeText.Of(around, 300).Trim('[', ']', '(', ')', ' ', '—', '–', '-', '.') == elsewhere[0].Text) ? addresses[0] : null;
    }

    [GeneratedRegex(@"\b(?:full|original|whole|entire|rest of the)\b.{0,20}\b(?:story|article|report|piece|post|text|here)\b|^(?:read|see|more|source|link|original)(?:\s+(?:more|it|here|on|at the link|all|article))?\W*$|^(?:read|continue reading) (?:more |on |it )?(?:at|on|in) |원문|기사\s?보기|全文|原文|阅读全文", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Story();
}
