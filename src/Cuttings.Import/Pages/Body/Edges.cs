namespace Cuttings.Import.Pages.Body;

/// <summary>Trims what stands before the first paragraph and after the last: headings, short lines, lists of links.</summary>
internal static class Edges
{
    private const float LeastLine = 60;

    public static void Trim(PageTree tree, List<BodyBlock> blocks)
    {
        var first = blocks.FindIndex(block => block.IsProse);
        var last = blocks.FindLastIndex(block => block.IsProse);
        if (first < 0)
        {
            return;
        }

        for (var n = Math.Min(FirstSection(tree, blocks, first), FirstVerse(tree, blocks, first)) - 1; n >= 0; n--)
        {
            if (blocks[n].IsKept && !IsOpening(blocks[n]))
            {
                blocks[n].LeaveOut("above the text");
            }
        }

        for (var n = last + 1; n < blocks.Count; n++)
        {
            if (blocks[n].IsKept && !IsClosing(blocks[n], n - last) && !IsHeadOfMore(blocks, n, last))
            {
                blocks[n].LeaveOut("below the text");
            }
        }
    }

    /// <summary>A row of stars or dashes parts two texts: where nothing is left on one side, it parts nothing.</summary>
    public static void TrimSigns(List<BodyBlock> blocks)
    {
        for (var n = blocks.Count - 1; n >= 0 && (!blocks[n].IsKept || IsSigns(blocks[n])); n--)
        {
            blocks[n].LeaveOut("signs");
        }

        for (var n = 0; n < blocks.Count && (!blocks[n].IsKept || IsSigns(blocks[n])); n++)
        {
            blocks[n].LeaveOut("signs");
        }
    }

    private static bool IsSigns(BodyBlock block) => block.Kind is not (Tag.Row or Tag.Preformatted) && !block.Text.Any(char.IsLetterOrDigit) && !block.Text.Any(char.IsSurrogate);

    // Below the last long paragraph come short ones and lists, under headings of their own.
    private static bool IsHeadOfMore(List<BodyBlock> blocks, int at, int last)
    {
        if (blocks[at].Kind != Tag.Heading || blocks[at].LinkShare > 0.5f)
        {
            return false;
        }

        for (var n = at + 1; n < blocks.Count; n++)
        {
            if (blocks[n].IsKept)
            {
                return blocks[n].Kind == Tag.Heading ? IsHeadOfMore(blocks, n, last) : IsClosing(blocks[n], n - last);
            }
        }

        return false;
    }

    // A heading above the first paragraph is the article's where others of its rank come later, among the same paragraphs; a list may stand between.
    private static int FirstSection(PageTree tree, List<BodyBlock> blocks, int first)
    {
        var ranks = blocks.Skip(first).Where(block => block is { IsKept: true, Kind: Tag.Heading }).Select(block => (block.Name, Boxes.Make(tree, block.Container))).ToHashSet();
        var section = first;
        for (var n = first - 1; n >= 0; n--)
        {
            if (blocks[n] is { IsKept: true, Kind: Tag.Heading, Name: not "h1", LinkShare: < 0.5f } heading && ranks.Contains((heading.Name, Boxes.Make(tree, heading.Container))))
            {
                section = n;
            }
            else if (blocks[n] is { IsKept: true, Kind: not Tag.Item })
            {
                break;
            }
        }

        return section;
    }

    // Chinese, Japanese and Korean lines may go without any full stop: two of them right above the first paragraph, among the same, open the text.
    private static int FirstVerse(PageTree tree, List<BodyBlock> blocks, int first)
    {
        var (verse, lines) = (first, 0);
        for (var n = first - 1; n >= 0; n--)
        {
            if (blocks[n] is { IsKept: true, Kind: not Tag.Heading, Weight: > LeastLine, LinkShare: < 0.1f } line && line.Text.Length * 2 < line.Weight && line.Container == blocks[first].Container)
            {
                (verse, lines) = (n, lines + 1);
            }
            else if (blocks[n].IsKept)
            {
                break;
            }
        }

        return lines > 1 ? verse : first;
    }

    // A short sentence may open a text.
    private static bool IsOpening(BodyBlock block) => block.Kind != Tag.Heading && block.Block.Weight.Sentences > 0 && block.LinkShare < 0.3f;

    private static bool IsClosing(BodyBlock block, int after) =>
        block.Kind is Tag.Item or Tag.Row or Tag.Quotation && block.LinkShare < 0.5f
        || block.Kind != Tag.Heading && block.LinkShare < 0.3f && (block.Block.Weight.Sentences > 0 || after < 4 && block.Weight > 20);
}
