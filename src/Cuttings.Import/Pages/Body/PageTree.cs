using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>A page laid flat: its elements and text in order, with what each weighs. Made in one pass, without recursion.</summary>
internal sealed partial class PageTree : IDisposable
{
    private readonly PageNodes nodes = new();
    private readonly List<TextBlock> blocks = new(512);
    private readonly List<int> questions = [];

    private PageTree()
    {
    }

    public Span<PageNode> Nodes => nodes.All;

    public IReadOnlyList<TextBlock> Blocks => blocks;

    /// <summary>The elements in which a field asks for a mail address, in the page's order.</summary>
    public IReadOnlyList<int> AsksForAddress => questions;

    /// <summary>Lays a part of a page flat.</summary>
    /// <param name="scope">The part.</param>
    /// <param name="everything">Whether hidden elements and copies for readers without scripts are taken too.</param>
    public static PageTree Of(IElement scope, bool everything)
    {
        var tree = new PageTree();
        new Walk(tree, everything).Run(scope);
        tree.Sum();
        return tree;
    }

    public void Dispose() => nodes.Dispose();

    /// <summary>The first block that begins inside an element, and the first after it.</summary>
    public (int From, int To) BlocksOf(int element)
    {
        var (from, to) = (FirstAfter(element), FirstAfter(nodes[element].End));
        return (from, to);
    }

    private int FirstAfter(int node)
    {
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = blocks[middle].First < node ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Sum()
    {
        foreach (var block in blocks)
        {
            block.Prose = Prose.Of(block);
            Nodes[block.Parent].Prose += block.Prose;
        }

        var all = Nodes;
        for (var n = all.Length - 1; n > 0; n--)
        {
            ref var node = ref all[n];
            ref var parent = ref all[node.Parent];
            parent.Weight += node.Weight;
            parent.LinkWeight += node.LinkWeight;
            parent.Prose += node.Prose;
            node.LinkedHeadings += node.Tag == Tag.Heading && node.LinkShare > 0.9f ? 1 : 0;
            parent.Titles += node.Titles;
            parent.LinkedHeadings += node.LinkedHeadings;
            parent.Branches += node.Weight > 0 ? 1 : 0;
        }
    }
}
