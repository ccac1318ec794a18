namespace Cuttings.Import.Pages.Body;

/// <summary>A page that has nothing but a few words: they are its text, though no paragraph is among them.</summary>
internal static class FewWords
{
    private const float Most = 120;
    private const int MostBlocks = 8;

    /// <summary>Its blocks, those left out that say by themselves that they are none of it; null where the page has more than a few words, or none.</summary>
    public static List<BodyBlock>? Of(PageTree tree, BodyHints hints)
    {
        if (tree.Blocks.Count is 0 or > MostBlocks || tree.Nodes[0].Weight > Most || tree.Nodes[0].LinkShare > 0.5f)
        {
            return null;
        }

        var blocks = BodyBlocks.Of(tree, 0);
        Lines.Judge(blocks, hints);
        return blocks.Exists(block => block.IsKept) ? blocks : null;
    }
}
