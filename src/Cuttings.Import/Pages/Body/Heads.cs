namespace Cuttings.Import.Pages.Body;

/// <summary>Finds the standfirst and the lead picture's caption, which stand above the text, inside its element or before it.</summary>
internal static class Heads
{
    private const int BlocksLookedAt = 16;
    private const float LongestStandfirst = 700;
    private const float LongestCaption = 600;

    /// <summary>The standfirst; it leaves the text where the page sets it off from the paragraphs.</summary>
    public static string? Standfirst(PageTree tree, int root, List<BodyBlock> blocks, BodyHints hints)
    {
        var hint = Lines.Plain(hints.Standfirst);
        var first = blocks.FindIndex(block => block.IsProse);
        for (var n = 0; n <= first; n++)
        {
            var block = blocks[n];
            var setOff = block.Traits.Any(Traits.Standfirst) || block.Kind == Tag.Heading && block.Block.Weight.Sentences > 0;
            if (setOff && block.Weight is > 30 and < LongestStandfirst && !block.Traits.Any(Traits.Foreign & ~Traits.Meta) && (n < first || GoesOnAfter(blocks, n)))
            {
                block.LeaveOut("standfirst");
                return block.Text;
            }
        }

        return Before(tree, root, (text, traits, weight) => weight is > 30 and < LongestStandfirst && (traits.Any(Traits.Standfirst) || hint.Length > 20 && Lines.Plain(text) == hint));
    }

    /// <summary>The caption of a picture above the text, or of one that opens it.</summary>
    public static string? Caption(PageTree tree, int root, List<BodyBlock> blocks)
    {
        var prose = 0;
        foreach (var block in blocks)
        {
            prose += block.IsProse ? 1 : 0;
            if (prose > 1)
            {
                break;
            }

            if (IsCaption(block.Traits, block.Kind, block.Weight))
            {
                return block.Text;
            }
        }

        return Before(tree, root, (_, traits, weight) => IsCaption(traits, Tag.Block, weight));
    }

    private static bool IsCaption(Traits traits, Tag kind, float weight) =>
        traits.Any(Traits.Caption) && !traits.Any(Traits.Foreign & ~(Traits.Caption | Traits.Meta)) && weight is > 8 and < LongestCaption && kind != Tag.Heading;

    private static bool GoesOnAfter(List<BodyBlock> blocks, int at) => blocks.Skip(at + 1).Count(block => block.IsProse) >= 2;

    // The nearest that fits among the blocks right before the root.
    private static string? Before(PageTree tree, int root, Func<string, Traits, float, bool> fits)
    {
        var nodes = tree.Nodes;
        var (from, _) = tree.BlocksOf(root);
        for (var n = from - 1; n >= Math.Max(0, from - BlocksLookedAt); n--)
        {
            var block = tree.Blocks[n];
            var traits = Traits.None;
            for (var up = nodes[block.First].Parent; up > 0 && nodes[up].End <= root; up = nodes[up].Parent)
            {
                traits |= nodes[up].Traits;
            }

            if (traits != Traits.None && BodyBlocks.TextOf(tree, block) is var text && fits(text, traits, block.Weight.Weight))
            {
                return text;
            }
        }

        return null;
    }
}
