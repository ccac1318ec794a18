namespace Cuttings.Import.Pages.Body;

/// <summary>Tells whether the page says that its text goes on elsewhere: a paywall, a teaser's mark.</summary>
internal static class Cuts
{
    /// <summary>Why a line that says so is left out.</summary>
    public const string Mark = "goes on elsewhere";

    private const int BlocksLookedAt = 12;
    private static readonly string[] Marks = ["[…]", "[...]", "(…)"];

    public static bool Are(PageTree tree, int root, List<BodyBlock> blocks)
    {
        var last = blocks.FindLastIndex(block => block.IsProse);
        if (last < 0)
        {
            return false;
        }

        if (Array.Exists(Marks, mark => blocks[last].Text.EndsWith(mark, StringComparison.Ordinal)))
        {
            return true;
        }

        for (var n = last + 1; n < Math.Min(blocks.Count, last + BlocksLookedAt); n++)
        {
            if (blocks[n].LeftOut == Mark || blocks[n].Traits.Any(Traits.Paywall) && Says(blocks[n].Text, blocks[n].Weight))
            {
                return true;
            }
        }

        var (_, to) = tree.BlocksOf(root);
        for (var n = to; n < Math.Min(tree.Blocks.Count, to + BlocksLookedAt); n++)
        {
            if (Says(BodyBlocks.TextOf(tree, tree.Blocks[n]), tree.Blocks[n].Weight.Weight))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(string text, float weight) => Phrases.Of(text, weight) == PhraseKind.Truncated;
}
