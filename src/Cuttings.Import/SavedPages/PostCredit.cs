using System.Text.RegularExpressions;
using Cuttings.Credits;
using Cuttings.Sources;

namespace Cuttings.Import.SavedPages;

/// <summary>Finds the credit among a post's lines, takes its lines out of the body and reads it.</summary>
internal sealed partial class PostCredit
{
    private readonly List<string> printed = [];
    private string? outlet;
    private string? byline;
    private string? via;
    private string? title;
    private Dating.PostedDate? published;

    public Credit Credit => printed.Count == 0 ? Credit.None : new Credit { Printed = string.Join('\n', printed), Outlet = outlet, Byline = byline, Via = via };

    public Source? Source => title is null && published is null ? null : new Source { Title = title, Published = published, Outlet = outlet, Byline = byline };

    public static PostCredit Take(PageLines lines, List<int> body) => Take(new PageCreditLines(lines, body));

    public static PostCredit Take(ICreditLines lines)
    {
        var credit = new PostCredit();
        if (lines.Count > 1 && lines.Length(0) <= CreditReader.Longest && CreditReader.Above(lines.Text(0)) is { } above)
        {
            credit.Keep(lines, 0, above);
        }

        credit.TakeFullStory(lines);
        credit.TakeLabels(lines);
        var last = lines.Count - 1;
        if (last > 0 && credit.printed.Count < 2 && lines.Length(last) <= CreditReader.Longest && CreditReader.Below(lines.Text(last)) is { } below)
        {
            credit.Keep(lines, last, below);
        }
        else if (credit.printed.Count == 0 && last >= 0 && lines.Length(last) < 100_000 && CreditReader.AtEnd(lines.Text(last)) is { } end)
        {
            // It stays in the text: there it is printed.
            credit.printed.Add(end.Printed);
            credit.Add(end.Credit);
        }
        else if (credit.printed.Count == 0 && last >= 0 && lines.Length(0) < 100_000 && CreditReader.AtHead(lines.Text(0)) is { } head)
        {
            credit.printed.Add(head.Printed);
            credit.Add(head.Credit);
        }
        else if (credit.printed.Count == 0 && lines.Count > 1 && lines.Length(0) <= CreditReader.Longest && CreditReader.Heading(lines.Text(0), lines.IsQuotation(1)) is { } heading)
        {
            credit.Keep(lines, 0, heading);
        }

        return credit;
    }

    /// <summary>True for a line such as `Read the full story here:`.</summary>
    public static bool IsFullStory(string line) => FullStory().IsMatch(line);

    // `Read the full story here:` and up to four short lines: title, author, outlet, date.
    private void TakeFullStory(ICreditLines lines)
    {
        for (var n = Math.Max(1, lines.Count - 6); n < lines.Count; n++)
        {
            if (lines.Length(n) > 120 || !IsFullStory(lines.Trimmed(n)))
            {
                continue;
            }

            var rest = Enumerable.Range(n + 1, lines.Count - n - 1).Select(lines.Trimmed).ToList();
            // Alone it names nobody, and stays in the text.
            if (rest.TrueForAll(line => line.Length == 0) || rest.Any(line => line.Length > 200))
            {
                return;
            }

            while (lines.Count > n)
            {
                printed.Add(lines.Trimmed(n));
                lines.Take(n);
            }

            if (rest.Count > 0 && PrintedDate.TryParse(rest[^1], out var date))
            {
                published ??= date;
                rest.RemoveAt(rest.Count - 1);
            }

            title ??= rest.Count > 0 ? rest[0] : null;
            // One more name is the author where the outlet is known from above, else the outlet.
            if (rest.Count > 1 && outlet is null)
            {
                outlet = rest[^1];
            }
            else if (rest.Count > 1 && rest[1] != outlet)
            {
                byline ??= rest[1];
            }

            return;
        }
    }

    private void TakeLabels(ICreditLines lines)
    {
        var first = printed.Count;
        for (var n = lines.Count - 1; n >= 1 && n >= lines.Count - 3; n--)
        {
            if (lines.Length(n) > 160 || Label().Match(lines.Trimmed(n)) is not { Success: true } label)
            {
                continue;
            }

            var value = label.Groups[2].Value.Trim();
            var isOutlet = label.Groups[1].Value.StartsWith("Pub", StringComparison.OrdinalIgnoreCase);
            Keep(lines, n, isOutlet ? new ReadCredit(value) : new ReadCredit(null, value), first);
        }
    }

    private void Keep(ICreditLines lines, int n, ReadCredit read, int? at = null)
    {
        var text = lines.Trimmed(n);
        // From the foot upwards the later line is found first.
        printed.Insert(at ?? (n == 0 ? 0 : printed.Count), text);
        lines.Take(n);
        Add(read);
    }

    private void Add(ReadCredit read)
    {
        outlet ??= read.Outlet;
        byline ??= read.Byline;
        via ??= read.Via;
        title ??= read.Title;
        published ??= read.Published;
    }

    [GeneratedRegex(@"^Read (?:the )?(?:full|original|whole|rest of the) (?:story|article|report|piece)(?: here)?\s*[:.]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullStory();

    [GeneratedRegex(@"^(Writer|Writers|Publication)\s*:\s*(\S.{1,120})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();
}
