using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Body;

/// <summary>Leaves out lines and lists that are only links: recirculation, menus, tags. A list with links in sentences stays.</summary>
internal static partial class LinkLists
{
    private const float MostlyLinks = 0.66f;

    public static void Judge(PageTree tree, int root, List<BodyBlock> blocks)
    {
        JudgeLists(tree, root, blocks);
        foreach (var block in blocks)
        {
            if (block.IsKept && block.LinkShare > 0.5f && block.Weight < 200 && block.Kind is not (Tag.Row or Tag.Heading) && Label().IsMatch(block.Text))
            {
                block.LeaveOut("link");
            }
            else if (block.IsKept && block.LinkShare > MostlyLinks && block.Block.Weight.Sentences == 0 && block.Kind is Tag.Block or Tag.Section && block.Weight < 400)
            {
                // Links one below the other under a word or two.
                block.LeaveOut("link");
            }
            else if (block.IsKept && block.LinkShare > 0.9f && block.Kind is not (Tag.Item or Tag.Heading or Tag.Row) && IsBare(block))
            {
                block.LeaveOut("link");
            }
        }
    }

    // A whole line that is a link and no sentence leads to another page; a sentence may happen to be linked.
    private static bool IsBare(BodyBlock block) => block.Block.Weight.Sentences == 0 || block.Weight < 90;

    private static void JudgeLists(PageTree tree, int root, List<BodyBlock> blocks)
    {
        var nodes = tree.Nodes;
        for (var from = 0; from < blocks.Count;)
        {
            var list = ListOf(tree, root, blocks[from]);
            if (list < 0)
            {
                from++;
                continue;
            }

            var to = from;
            var (weight, links, plain) = (0f, 0f, 0);
            for (; to < blocks.Count && blocks[to].Block.First < nodes[list].End; to++)
            {
                weight += blocks[to].Weight;
                links += blocks[to].Block.LinkWeight;
                plain += blocks[to].LinkShare < 0.3f && blocks[to].Weight > 40 ? 1 : 0;
            }

            if (links > MostlyLinks * weight && plain * 3 < to - from && !IsWritten(blocks, from, to))
            {
                for (var n = from; n < to; n++)
                {
                    blocks[n].LeaveOut("list of links");
                }
            }

            from = Math.Max(to, from + 1);
        }
    }

    // A list of links is the writer's where a paragraph leads to it, or one of its items is a sentence without any.
    private static bool IsWritten(List<BodyBlock> blocks, int from, int to)
    {
        if (from > 0 && blocks[from - 1] is { IsKept: true, Kind: Tag.Paragraph or Tag.Block, Weight: > 40, LinkShare: < 0.5f } leading && leading.Text[^1] is ':' or '：')
        {
            return Phrases.Of(leading.Text, leading.Weight) == PhraseKind.None;
        }

        for (var n = from; n < to; n++)
        {
            if (blocks[n] is { IsKept: true, Kind: Tag.Item, Weight: > 60, LinkShare: < 0.1f } && blocks[n].Block.Weight.Sentences > 0)
            {
                return true;
            }
        }

        return false;
    }

    // The outermost list around a block.
    private static int ListOf(PageTree tree, int root, BodyBlock block)
    {
        var nodes = tree.Nodes;
        var list = -1;
        for (var n = block.Block.Parent; n > root; n = nodes[n].Parent)
        {
            list = nodes[n].Tag == Tag.List ? n : list;
        }

        return list;
    }

    // `More on this: …`, `READ | …`, with the rest a link.
    [GeneratedRegex(@"^[\[(]?\p{Lu}[\p{L}’' ]{1,30}\s?[:|»›>–—]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();
}
