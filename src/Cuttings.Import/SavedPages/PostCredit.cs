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

    public static PostCredit Take(PageLines lines, List<int> body)
    {
        var credit = new PostCredit();
        if (body.Count > 1 && lines.Length(body[0]) <= CreditReader.Longest && CreditReader.Above(lines.Text(body[0])) is { } above)
        {
            credit.Keep(lines, body, 0, above);
        }

        credit.TakeFullStory(lines, body);
        credit.TakeLabels(lines, body);
        if (body.Count > 1 && credit.printed.Count < 2 && lines.Length(body[^1]) <= CreditReader.Longest && CreditReader.Below(lines.Text(body[^1])) is { } below)
        {
            credit.Keep(lines, body, body.Count - 1, below);
        }
        else if (credit.printed.Count == 0 && body.Count > 0 && lines.Length(body[^1]) < 100_000 && CreditReader.AtEnd(lines.Text(body[^1])) is { } end)
        {
            // It stays in the text: there it is printed.
            credit.printed.Add(end.Printed);
            credit.Add(end.Credit);
        }
        else if (credit.printed.Count == 0 && body.Count > 0 && lines.Length(body[0]) < 100_000 && CreditReader.AtHead(lines.Text(body[0])) is { } head)
        {
            credit.printed.Add(head.Printed);
            credit.Add(head.Credit);
        }

        return credit;
    }

    // `Read the full story here:` and up to four short lines: title, author, outlet, date.
    private void TakeFullStory(PageLines lines, List<int> body)
    {
        for (var n = Math.Max(1, body.Count - 6); n < body.Count; n++)
        {
            if (lines.Length(body[n]) > 120 || !FullStory().IsMatch(lines.Trimmed(body[n])))
            {
                continue;
            }

            var rest = Enumerable.Range(n + 1, body.Count - n - 1).Select(m => lines.Trimmed(body[m])).ToList();
            if (rest.Any(line => line.Length > 200))
            {
                return;
            }

            for (var m = n; m < body.Count; m++)
            {
                printed.Add(lines.Trimmed(body[m]));
                lines.Mark(body[m], "credit");
            }

            body.RemoveRange(n, body.Count - n);
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

    private void TakeLabels(PageLines lines, List<int> body)
    {
        var first = printed.Count;
        for (var n = body.Count - 1; n >= 1 && n >= body.Count - 3; n--)
        {
            if (lines.Length(body[n]) > 160 || Label().Match(lines.Trimmed(body[n])) is not { Success: true } label)
            {
                continue;
            }

            var value = label.Groups[2].Value.Trim();
            var isOutlet = label.Groups[1].Value.StartsWith("Pub", StringComparison.OrdinalIgnoreCase);
            Keep(lines, body, n, isOutlet ? new ReadCredit(value) : new ReadCredit(null, value), first);
        }
    }

    private void Keep(PageLines lines, List<int> body, int n, ReadCredit read, int? at = null)
    {
        var text = lines.Trimmed(body[n]);
        lines.Mark(body[n], "credit");
        // From the foot upwards the later line is found first.
        printed.Insert(at ?? (n == 0 ? 0 : printed.Count), text);
        body.RemoveAt(n);
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
