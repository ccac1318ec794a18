using System.Globalization;
using Cuttings.Credits;

namespace Cuttings.Import.SavedPages;

/// <summary>Whether a post may be two that were not told apart: then it cannot be told whose words its credit names.</summary>
internal static class Doubts
{
    /// <summary>Why, in words that follow `It may be more than one post: `; null where nothing says so.</summary>
    /// <param name="lines">The page.</param>
    /// <param name="body">The lines that are left as text once the credit was taken.</param>
    /// <param name="credit">What was taken.</param>
    /// <param name="dates">The shapes of the dates that the page's posts have.</param>
    public static string? Why(PageLines lines, List<int> body, PostCredit credit, HashSet<string> dates)
    {
        var date = body.FindIndex(line => lines[line].Name == "date" && dates.Contains(DateShape.Of(lines.Trimmed(line))));
        if (date >= 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"line {body[date] + 1} \"{lines.Trimmed(body[date])}\" looks like the date of another");
        }

        var credits = body.Where(line => IsCredit(lines, line) && lines.Trimmed(line) != credit.Credit.Printed).Take(2).ToList();
        return credits.Count > 1 || credits.Count == 1 && credit.Credit.Printed is not null
            ? string.Create(CultureInfo.InvariantCulture, $"line {credits[0] + 1} \"{lines.Trimmed(credits[0])}\" is a credit too")
            : null;
    }

    // An item of a list may begin as a credit does.
    private static bool IsCredit(PageLines lines, int line) =>
        lines.Length(line) <= CreditReader.Longest && lines.Trimmed(line) is { Length: > 0 } text && text[0] is not ('-' or '–' or '—')
        && CreditReader.Below(text) is { Outlet: { } outlet } && CreditReader.IsName(outlet);
}
