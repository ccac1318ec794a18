namespace Cuttings.Import.SavedPages;

/// <summary>Finds the posts of a page that has no furniture but a line with the date above each headline, and blank lines between posts.</summary>
internal static class DatedPosts
{
    private const int LongestHeadline = 200;

    /// <summary>The posts; none where the page is of another form.</summary>
    public static List<Post> Find(PageLines lines)
    {
        if (First(lines) is not { } first)
        {
            return [];
        }

        // A date of another form stands in the text, or in a credit.
        var shape = DateShape.Of(lines.Trimmed(first));
        var dates = Enumerable.Range(first, lines.Count - first).Where(line => IsDate(lines, line) && (line == first || lines[line - 1].Kind == LineKind.Blank) && DateShape.Of(lines.Trimmed(line)) == shape).ToList();
        var posts = new List<Post>(dates.Count);
        for (var n = 0; n < dates.Count; n++)
        {
            var end = n + 1 < dates.Count ? dates[n + 1] : lines.Count;
            if (Headline(lines, dates[n], end) is not { } headline)
            {
                return [];
            }

            posts.Add(new(headline, end, dates[n]));
        }

        return posts.Count > 1 ? posts : [];
    }

    // The date with which such a page begins; null where something tells of another form.
    private static int? First(PageLines lines)
    {
        int? first = null;
        for (var line = 0; line < lines.Count; line++)
        {
            var (kind, name) = (lines[line].Kind, lines[line].Name);
            if (kind == LineKind.PostFooter || kind == LineKind.PostHeader && name != "date" || first is null && kind == LineKind.Text)
            {
                return null;
            }

            first ??= kind == LineKind.PostHeader ? line : null;
        }

        return first;
    }

    private static bool IsDate(PageLines lines, int line) => lines[line] is { Kind: LineKind.PostHeader, Posted: not null };

    // Right below the date, or one blank line below it; no sentence, and not all there is.
    private static int? Headline(PageLines lines, int date, int end)
    {
        var line = date + 1 < end && lines[date + 1].Kind == LineKind.Blank ? date + 2 : date + 1;
        return line < end && lines.IsText(line) && lines.Length(line) <= LongestHeadline && lines.Trimmed(line) is { Length: > 0 } text && ".。:：;；,，".IndexOf(text[^1], StringComparison.Ordinal) < 0 && lines.NextText(line + 1, end) >= 0
            ? line
            : null;
    }
}
