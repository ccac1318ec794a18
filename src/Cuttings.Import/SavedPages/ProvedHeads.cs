namespace Cuttings.Import.SavedPages;

/// <summary>
/// Finds the headlines that stand above a bare date or a line such as `Posted by Ida Lund`, where they prove one another: a page prints all its posts in one form.
/// So the length of a post's text does not matter, which alone cannot tell a short excerpt from a headline.
/// </summary>
internal static class ProvedHeads
{
    private const int LongestHeadline = 300;
    private const int LongestTitle = 120;
    private const int MostBlank = 3;

    private readonly record struct Candidate(int Head, int Date, int Gap, int Text, bool IsClean);

    /// <summary>The dates and the like, each right below its headline; none where nothing proves them.</summary>
    /// <param name="lines">The page.</param>
    /// <param name="isSure">Whether a headline and its date are told by themselves.</param>
    public static HashSet<int> Find(PageLines lines, Func<int, int, bool> isSure)
    {
        var found = new HashSet<int>();
        var candidates = new List<Candidate>();
        for (var line = 0; line < lines.Count; line++)
        {
            // Where posts have heads of their own, a bare date is a credit's.
            if (lines[line].Kind == LineKind.PostHeader && lines[line].Name != "date")
            {
                return found;
            }

            if ((lines[line].Name == "date" || IsPoster(lines[line])) && At(lines, line) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }

        candidates = [.. candidates.Where((candidate, n) => n + 1 == candidates.Count || candidate.Text < candidates[n + 1].Head)];
        var ends = Enumerable.Range(0, candidates.Count).ToDictionary(n => candidates[n].Date, n => n + 1 < candidates.Count ? candidates[n + 1].Head : lines.Count);
        foreach (var form in candidates.GroupBy(candidate => (IsPoster(lines[candidate.Date]) ? "" : DateShape.Of(lines.Trimmed(candidate.Date)), candidate.Gap)))
        {
            // What mostly stands at the foot is no head, where the text above it is short.
            var titles = form.Count(candidate => IsTitle(lines, candidate.Text, ends[candidate.Date]));
            if (titles == form.Count() || form.Key.Item1.Length == 0 && (form.Key.Gap > 0 || titles * 2 >= form.Count()))
            {
                // Where below every date a headline seems to follow, the date may as well close the post above.
                continue;
            }

            var clean = form.Count(candidate => candidate.IsClean);
            if (clean > 1 || clean == 1 && form.Key.Item1.Length > 0 && form.Any(candidate => isSure(candidate.Head, candidate.Date)))
            {
                // Right above its date a headline may be a sentence, where most others are none.
                found.UnionWith(form.Where(candidate => candidate.IsClean || candidate.Gap == 0 && clean * 2 >= form.Count()).Select(candidate => candidate.Date));
            }
        }

        return found;
    }

    /// <summary>Whether a line says who posted, or where: at the foot of a post, or right below its headline.</summary>
    public static bool IsPoster(FurnitureLine line) => line.Kind == LineKind.PostFooter && (line.Author ?? line.Categories) is not null;

    private static Candidate? At(PageLines lines, int date)
    {
        var (head, gap) = Up(lines, date);
        if (head < 0 || !lines.IsText(head) || lines.Length(head) > LongestHeadline || lines.IsCredit(head) || head > 0 && lines.IsText(head - 1) && !lines.IsCredit(head - 1))
        {
            return null;
        }

        // Lines such as `Posted by Ida Lund` may stand right below the date.
        var below = date + 1;
        while (below < lines.Count && lines[below].Kind == LineKind.PostFooter)
        {
            below++;
        }

        var text = below;
        while (text < lines.Count && text - below < MostBlank && lines[text].Kind == LineKind.Blank)
        {
            text++;
        }

        // Apart from what is above, and not from what is below, it is the date of what is below.
        return text < lines.Count && lines.IsText(text) && (gap == 0 || text > date + 1) && lines.Trimmed(head) is { Length: > 0 } title
            && (IsClean(title) || gap == 0 && title[^1] is '.' or '。')
            ? new(head, date, gap, text, IsClean(title))
            : null;
    }

    private static (int Line, int Gap) Up(PageLines lines, int date)
    {
        var line = date - 1;
        while (line >= 0 && date - line <= MostBlank && lines[line].Kind == LineKind.Blank)
        {
            line--;
        }

        return (line, date - 1 - line);
    }

    private static bool IsClean(string title) => ".。:：;；,，".IndexOf(title[^1], StringComparison.Ordinal) < 0;

    // A short line that is no sentence, with text below it that is no credit.
    private static bool IsTitle(PageLines lines, int line, int end) =>
        lines.Length(line) <= LongestTitle && lines.Trimmed(line) is { Length: > 0 } text && IsClean(text) && text[^1] is not ('!' or '?' or '”' or '"' or '…')
        && lines.NextText(line + 1, Math.Min(end, line + 1 + MostBlank)) is >= 0 and var next && !lines.IsCredit(next);
}
