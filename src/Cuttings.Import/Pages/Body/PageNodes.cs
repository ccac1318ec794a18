using System.Buffers;

namespace Cuttings.Import.Pages.Body;

/// <summary>The nodes of a page one after another, in borrowed memory: for most pages it is more than what the collector takes as small.</summary>
internal sealed class PageNodes : IDisposable
{
    private const int First = 4096;

    private PageNode[] nodes = ArrayPool<PageNode>.Shared.Rent(First);

    public int Count { get; private set; }

    public ref PageNode this[int at] => ref nodes[at];

    public Span<PageNode> All => nodes.AsSpan(0, Count);

    public void Add(in PageNode node)
    {
        if (Count == nodes.Length)
        {
            var more = ArrayPool<PageNode>.Shared.Rent(2 * Count);
            nodes.CopyTo(more, 0);
            GiveBack();
            nodes = more;
        }

        nodes[Count++] = node;
    }

    /// <summary>Gives the memory back; the nodes are gone then.</summary>
    public void Dispose()
    {
        GiveBack();
        (nodes, Count) = ([], 0);
    }

    // Without the page's elements, which would live on in it.
    private void GiveBack()
    {
        if (nodes.Length > 0)
        {
            nodes.AsSpan(0, Count).Clear();
            ArrayPool<PageNode>.Shared.Return(nodes);
        }
    }
}
