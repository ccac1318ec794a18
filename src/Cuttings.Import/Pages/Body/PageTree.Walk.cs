using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

internal sealed partial class PageTree
{
    /// <summary>The one pass over the page.</summary>
    private sealed class Walk(PageTree tree, bool everything)
    {
        private readonly ClassWords words = new();
        private readonly Stack<(INodeList Children, int Next, int Node)> open = new();
        private TextBlock? block;
        private int links;
        private int rows;
        private bool broken;

        public void Run(IElement scope)
        {
            Enter(scope, Tags.Of(scope.LocalName), Traits.None, 0);
            while (open.TryPop(out var at))
            {
                if (at.Next == at.Children.Length)
                {
                    Leave(at.Node);
                    continue;
                }

                open.Push(at with { Next = at.Next + 1 });
                switch (at.Children[at.Next])
                {
                    case IText text:
                        Take(text, at.Node);
                        break;
                    case IElement element:
                        Take(element, at.Node);
                        break;
                }
            }
        }

        private void Take(IElement element, int parent)
        {
            var tag = Tags.Of(element.LocalName);
            if (tag == Tag.Dropped && Unfolding.Is(element))
            {
                Enter(element, Tag.Heading, Traits.None, parent);
                return;
            }

            if (tag == Tag.Dropped && element.LocalName == "input" && element.GetAttribute("type") == "email")
            {
                tree.questions.Add(parent);
            }

            if (tag == Tag.Dropped || tag == Tag.NoScript && !everything)
            {
                return;
            }

            if (tag == Tag.Break)
            {
                if (broken)
                {
                    block = null;
                }

                broken = block is not null;
                tree.nodes.Add(new() { Dom = element, Parent = parent, End = tree.nodes.Count + 1, Tag = tag, Block = -1 });
                return;
            }

            var traits = ElementTraits.Of(element, tag, words, out var hidden);
            if (!hidden || everything)
            {
                Enter(element, tag, traits, parent);
            }
        }

        private void Enter(IElement element, Tag tag, Traits traits, int parent)
        {
            if (tag == Tag.Table && rows == 0)
            {
                tag = DataTable.Is(element) ? Tag.Table : Tag.Block;
            }
            else if (tag == Tag.Row && !InTable(parent) || tag == Tag.Cell && tree.nodes[parent].Tag != Tag.Row)
            {
                tag = Tag.Block;
            }

            var node = tree.nodes.Count;
            tree.nodes.Add(new() { Dom = element, Parent = parent, Tag = tag, Traits = traits, Block = -1, Titles = tag == Tag.Heading && element.LocalName == "h1" ? 1 : 0 });
            links += IsLink(tree.nodes[node]) ? 1 : 0;
            EndBlock(tag);
            rows += tag == Tag.Row ? 1 : 0;
            open.Push((element.ChildNodes, 0, node));
        }

        private void Leave(int at)
        {
            ref var node = ref tree.Nodes[at];
            node.End = tree.nodes.Count;
            links -= IsLink(node) ? 1 : 0;
            rows -= node.Tag == Tag.Row ? 1 : 0;
            EndBlock(node.Tag);
        }

        // A heading that is its own anchor leads nowhere else, nor does what only runs a script.
        private bool IsLink(in PageNode node) =>
            node.Tag == Tag.Link && !(((IElement)node.Dom).GetAttribute("href") is { } href && (href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || href.StartsWith('#') && tree.nodes[node.Parent].Tag == Tag.Heading));

        // The sign after a heading by which it can be linked to.
        private bool IsAnchorSign(string data, int parent) =>
            tree.nodes[parent].Tag == Tag.Link && tree.nodes[tree.nodes[parent].Parent].Tag == Tag.Heading && data.AsSpan().Trim() is [var sign] && !char.IsLetterOrDigit(sign);

        // A row of a table is one block, whatever stands in its cells.
        private void EndBlock(Tag tag)
        {
            if (rows == 0 && tag.EndsBlock())
            {
                (block, broken) = (null, false);
            }
        }

        private bool InTable(int node)
        {
            for (var up = 0; up < 3; up++, node = tree.nodes[node].Parent)
            {
                if (tree.nodes[node].Tag == Tag.Table)
                {
                    return true;
                }
            }

            return false;
        }

        private void Take(IText text, int parent)
        {
            var data = text.Data;
            var weight = TextWeight.Of(data);
            var node = tree.nodes.Count;
            if (weight.Weight <= 0 || IsAnchorSign(data, parent))
            {
                // Between two words in elements of their own a space stands alone.
                if (weight.Weight <= 0 && block is not null && data.Length > 0)
                {
                    tree.nodes.Add(new() { Dom = text, Parent = parent, End = node + 1, Tag = Tag.Text, Block = tree.blocks.Count - 1 });
                }

                return;
            }

            if (block is null)
            {
                var holder = Holder(parent);
                block = new(holder, tree.nodes[holder].Tag) { First = node };
                tree.blocks.Add(block);
            }

            broken = false;
            var linked = links > 0 ? weight.Weight : 0;
            tree.nodes.Add(new() { Dom = text, Parent = parent, End = node + 1, Tag = Tag.Text, Block = tree.blocks.Count - 1, Weight = weight.Weight, LinkWeight = linked });
            block.Last = node;
            block.Weight += weight;
            block.LinkWeight += linked;
        }

        private int Holder(int node)
        {
            var row = rows > 0;
            while (node > 0 && (row ? tree.nodes[node].Tag != Tag.Row : !tree.nodes[node].Tag.EndsBlock()))
            {
                node = tree.nodes[node].Parent;
            }

            return node;
        }
    }
}
