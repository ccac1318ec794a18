using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cuttings.Excerpts;
using Cuttings.Import.Html;

namespace Cuttings.Import.Pages.Body;

/// <summary>Writes the kept blocks as an excerpt.</summary>
internal static class ExcerptWriter
{
    public static List<Block> Write(PageTree tree, int root, List<BodyBlock> blocks)
    {
        var nodes = tree.Nodes;
        var kept = blocks.Where(block => block.IsKept).Select(block => block.Block).ToHashSet();
        var builder = new ExcerptBuilder();
        var open = new Stack<int>();
        var (rows, last) = (0, default(TextBlock));
        for (var n = root; n < nodes[root].End; n++)
        {
            while (open.TryPeek(out var top) && nodes[top].End <= n)
            {
                rows -= Close(nodes[open.Pop()], rows, builder);
            }

            ref var node = ref nodes[n];
            if (node.Tag != Tag.Text)
            {
                rows += Open(node, rows, builder);
                open.Push(n);
                continue;
            }

            var block = tree.Blocks[node.Block];
            if (!node.IsSkipped && kept.Contains(block))
            {
                if (last is not null && last != block)
                {
                    builder.EndBlock();
                }

                // Chinese pages indent with wide spaces.
                var text = ((IText)node.Dom).Data;
                builder.Append(last == block ? text : text.AsSpan().TrimStart());
                last = block;
            }
        }

        while (open.TryPop(out var top))
        {
            rows -= Close(nodes[top], rows, builder);
        }

        return builder.Finish();
    }

    // A button that unfolds the text below it is its heading.
    private static string Name(in PageNode node) => node.Dom is IElement { LocalName: not "button" and var name } ? name : "h3";

    private static int Open(in PageNode node, int rows, ExcerptBuilder builder)
    {
        var element = (IElement)node.Dom;
        if (node.Tag == Tag.Cell && rows > 0)
        {
            builder.Cell();
        }
        else if (rows == 0 || !node.Tag.EndsBlock())
        {
            builder.Open(Name(node), element is IHtmlAnchorElement link ? link.Href : null, element.GetAttribute("lang"));
        }

        return node.Tag == Tag.Row ? 1 : 0;
    }

    private static int Close(in PageNode node, int rows, ExcerptBuilder builder)
    {
        var name = Name(node);
        if (node.Tag == Tag.Row && rows == 1 || rows == 0 || !node.Tag.EndsBlock())
        {
            if (name is not "br")
            {
                builder.Close(name);
            }
        }

        return node.Tag == Tag.Row ? 1 : 0;
    }
}
