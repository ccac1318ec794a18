namespace Cuttings.Import.Pages.Body;

/// <summary>Trims what stands before the first paragraph and after the last: headings, short lines, lists of links.</summary>
internal static class Edges
{
    public static void Trim(List<BodyBlock> blocks)
    {
        var first = blocks.FindIndex(block => block.IsProse);
        var last = blocks.FindLastIndex(block => block.IsProse);
        if (first < 0)
        {
            return;
        }

        for (var n = first - 1; n >= 0; n--)
        {
            if (blocks[n].IsKept && !IsOpening(blocks[n]) && !(n == first - 1 && IsSubheading(blocks, n)))
            {
                blocks[n].LeaveOut("above the text");
            }
        }

        for (var n = last + 1; n < blocks.Count; n++)
        {
            if (blocks[n].IsKept && !IsClosing(blocks[n], n - last))
            {
                blocks[n].LeaveOut("below the text");
            }
        }
    }

    // A heading right above the first paragraph is the article's where others of its rank come later.
    private static bool IsSubheading(List<BodyBlock> blocks, int at) =>
        blocks[at] is { Kind: Tag.Heading, Name: not "h1", LinkShare: < 0.5f } heading && blocks.Skip(at + 1).Any(block => block.IsKept && block.Kind == Tag.Heading && block.Name == heading.Name);

    // A short sentence may open a text.
    private static bool IsOpening(BodyBlock block) => block.Kind != Tag.Heading && block.Block.Weight.Sentences > 0 && block.LinkShare < 0.3f;

    private static bool IsClosing(BodyBlock block, int after) =>
        block.Kind is Tag.Item or Tag.Row or Tag.Quotation && block.LinkShare < 0.5f
        || block.Kind != Tag.Heading && block.LinkShare < 0.3f && (block.Block.Weight.Sentences > 0 || after < 4 && block.Weight > 20);
}
