namespace Cuttings.Import.SavedPages;

/// <summary>One post of a page: its headline's line and the lines from there to its end (exclusive).</summary>
/// <param name="Headline">The line.</param>
/// <param name="End">The first line that is no more of it.</param>
/// <param name="Date">The line above the headline that has its date, where every post has one; else null.</param>
internal readonly record struct Post(int Headline, int End, int? Date = null);

/// <summary>Finds where each post begins and ends, by the furniture that stands at its head or its foot.</summary>
internal static class Posts
{
    public static List<Post> Find(PageLines lines)
    {
        if (DatedPosts.Find(lines) is { Count: > 0 } dated)
        {
            return dated;
        }

        var heads = ByHeaders(lines);
        if (heads.Count == 0)
        {
            heads = ByFooters(lines);
        }

        if (heads.Count == 0 && lines.NextText(0, lines.Count) is >= 0 and var only)
        {
            heads.Add(only);
        }

        var posts = new List<Post>(heads.Count);
        for (var n = 0; n < heads.Count; n++)
        {
            posts.Add(new(heads[n], n + 1 < heads.Count ? heads[n + 1] : lines.Count));
        }

        return posts;
    }

    // The line of text before `Posted on …` is the headline.
    private static List<int> ByHeaders(PageLines lines)
    {
        var heads = new List<int>();
        var proved = ProvedHeads.Find(lines, (head, date) => IsHeadlineBefore(lines, head, date));
        var last = -1;
        for (var line = 0; line < lines.Count; line++)
        {
            if (lines[line].Kind != LineKind.PostHeader && !proved.Contains(line))
            {
                last = lines.IsText(line) ? line : last;
                continue;
            }

            // A bare date is only a header right below a headline: credits carry dates too.
            var head = last;
            if (head >= 0 && lines.Length(head) <= 300 && (lines[line].Name != "date" || proved.Contains(line) || IsHeadlineBefore(lines, head, line)))
            {
                heads.Add(head);
                last = -1;
            }
        }

        return heads;
    }

    private static bool IsHeadlineBefore(PageLines lines, int head, int line)
    {
        var blank = 0;
        for (var n = head + 1; n < line && blank <= 1; n++)
        {
            blank += lines[n].Kind == LineKind.Blank ? 1 : 2;
        }

        // Below a credit block the date closes a post; above text it opens one.
        var next = lines.NextText(line + 1, Math.Min(lines.Count, line + 4));
        var above = lines.NonBlankBefore(head);
        return blank <= 1 && next >= 0 && (head == 0 || !lines.IsText(head - 1))
            && (lines.Length(next) > 80 || above >= 0 && lines[above].Kind is LineKind.PostFooter or LineKind.Navigation or LineKind.PageTitle);
    }

    // Where the furniture stands at the foot, the next line of text begins the next post.
    private static List<int> ByFooters(PageLines lines)
    {
        var heads = new List<int>();
        var open = true;
        for (var line = 0; line < lines.Count; line++)
        {
            if (lines[line].Kind == LineKind.PostFooter)
            {
                // `Posted by Ida Lund` right below the headline is no foot yet.
                open |= !ProvedHeads.IsPoster(lines[line]) || heads.Count == 0 || heads[^1] != line - 1;
            }
            else if (lines[line].Kind == LineKind.Widget && heads.Count > 0)
            {
                break;
            }
            else if (open && lines.IsText(line))
            {
                heads.Add(line);
                open = false;
            }
        }

        SkipSiteTitle(lines, heads);
        return heads;
    }

    // Above the first headline the site's own title may stand: then the first post alone seems to have two headlines.
    private static void SkipSiteTitle(PageLines lines, List<int> heads)
    {
        if (heads.Count < 2 || Second(0) is not { } second || !IsTitle(second) || lines.NextText(second + 1, heads[1]) < 0)
        {
            return;
        }

        for (var n = 1; n < heads.Count; n++)
        {
            if (Second(n) is { } other && IsTitle(other))
            {
                return;
            }
        }

        heads[0] = second;

        int? Second(int n) => lines.NextText(heads[n] + 1, n + 1 < heads.Count ? heads[n + 1] : lines.Count) is >= 0 and var line ? line : null;

        bool IsTitle(int line) => lines.Length(line) <= 120 && lines.Trimmed(line) is { Length: > 0 } text && char.IsLetterOrDigit(text[0]) && ".!?:…。！？：”\"’)]".IndexOf(text[^1], StringComparison.Ordinal) < 0;
    }

    /// <summary>The line with the date right above a headline, where nothing but furniture or the page's title stands above the date; null for none.</summary>
    public static int? DateAbove(PageLines lines, Post post)
    {
        if (post.Date is { } own)
        {
            return own;
        }

        var date = lines.NonBlankBefore(post.Headline);
        if (date < 0 || lines[date] is not { Kind: LineKind.PostHeader, Name: "date" })
        {
            return null;
        }

        var above = lines.NonBlankBefore(date);
        return above < 0 || !lines.IsText(above) || lines.NonBlankBefore(above) < 0 ? date : null;
    }
}
