using System.Buffers;
using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>The blocks inside the root, with their text; those in elements that are named as something else are left out from the start.</summary>
internal static class BodyBlocks
{
    private const Traits Inserted = Traits.Hidden | Traits.Navigation | Traits.Share | Traits.Advert | Traits.Newsletter | Traits.Control | Traits.Caption;
    private const float TooMuchToLeaveOut = 0.5f;
    private const int LongestOnStack = 1024;

    public static List<BodyBlock> Of(PageTree tree, int root)
    {
        var nodes = tree.Nodes;
        var end = nodes[root].End;
        var standing = new Traits[end - root];
        var prose = nodes[root].Prose;
        for (var n = root + 1; n < end; n++)
        {
            ref var node = ref nodes[n];
            var up = node.Parent - root;
            if (node.Tag == Tag.Text)
            {
                continue;
            }

            var own = node.Traits & Traits.Foreign;
            standing[n - root] = standing[up] | (own != Traits.None && IsToBeKept(node, prose) ? Traits.None : own) | (node.Traits & Traits.Standfirst);
        }

        var (from, to) = tree.BlocksOf(root);
        var found = new List<BodyBlock>(to - from);
        for (var n = from; n < to; n++)
        {
            var block = tree.Blocks[n];
            var around = Around(tree, block, standing, root);
            var container = block.Kind is Tag.Paragraph or Tag.Heading || nodes[block.Parent].Branches == 1 ? nodes[block.Parent].Parent : block.Parent;
            var body = new BodyBlock(block, TextOf(tree, block), around)
            {
                Name = ((IElement)nodes[block.Parent].Dom).LocalName,
                Container = Math.Max(root, container),
                IsQuotation = IsQuotation(tree, root, block.Parent),
            };
            if (body.Traits.Any(Traits.Foreign))
            {
                body.LeaveOut((body.Traits & Traits.Foreign) switch { Traits.Title => nameof(Traits.Title), Traits.Pullquote => nameof(Traits.Pullquote), _ => "elsewhere" });
            }

            found.Add(body);
        }

        return found;
    }

    private static bool IsToBeKept(in PageNode node, float all) =>
        Surroundings.IsFold(node, all) || node.Prose > TooMuchToLeaveOut * all && !(node.Traits.Any(Traits.Apart) && all - node.Prose > 250);

    private static bool IsQuotation(PageTree tree, int root, int at)
    {
        while (at > root && tree.Nodes[at].Tag != Tag.Quotation)
        {
            at = tree.Nodes[at].Parent;
        }

        return at > root;
    }

    // A block counts as foreign where all of its text is; a date or a byline inside a sentence does not spoil it.
    private static Traits Around(PageTree tree, TextBlock block, Traits[] standing, int root)
    {
        var nodes = tree.Nodes;
        var traits = (Traits)(-1);
        for (var n = block.First; n <= block.Last; n++)
        {
            if (nodes[n].Tag == Tag.Text && nodes[n].Weight > 0)
            {
                traits &= standing[nodes[n].Parent - root];
            }
        }

        for (var n = block.First; n <= block.Last; n++)
        {
            nodes[n].IsSkipped = nodes[n].Tag == Tag.Text && (standing[nodes[n].Parent - root] & ~traits).Any(Inserted);
        }

        return traits;
    }

    public static string TextOf(PageTree tree, TextBlock block)
    {
        var nodes = tree.Nodes;
        var longest = 0;
        for (var n = block.First; n <= block.Last; n++)
        {
            longest += nodes[n].Tag == Tag.Text && !nodes[n].IsSkipped ? ((IText)nodes[n].Dom).Length + 1 : 0;
        }

        var borrowed = longest > LongestOnStack ? ArrayPool<char>.Shared.Rent(longest) : null;
        var text = borrowed ?? stackalloc char[LongestOnStack];
        var length = 0;
        var space = false;
        for (var n = block.First; n <= block.Last; n++)
        {
            if (nodes[n].Tag != Tag.Text || nodes[n].IsSkipped)
            {
                space |= nodes[n].Tag is Tag.Cell or Tag.Break;
                continue;
            }

            foreach (var sign in ((IText)nodes[n].Dom).Data)
            {
                if (sign is > ' ' and < '\u007F' || !char.IsWhiteSpace(sign))
                {
                    if (space && length > 0)
                    {
                        text[length++] = ' ';
                    }

                    space = false;
                    text[length++] = sign;
                }
                else
                {
                    space = true;
                }
            }
        }

        var read = text[..length].ToString();
        if (borrowed is not null)
        {
            ArrayPool<char>.Shared.Return(borrowed);
        }

        return read;
    }
}
