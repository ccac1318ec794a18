namespace Cuttings.Import.Pages.Body;

/// <summary>
/// Leaves out boxes in the text that no class gives away: where a line that belongs to no article stands at the head of an element beside the paragraphs, the whole element goes;
/// and after the last paragraph a small element of another make is no part of it.
/// </summary>
internal static class Boxes
{
    private const float MostOfText = 0.33f;
    private const float MostAtEnd = 0.15f;
    private const float Leading = 0.5f;

    public static void Judge(PageTree tree, int root, List<BodyBlock> blocks)
    {
        var (main, share) = MainContainer(blocks);
        if (main < root || share < Leading)
        {
            return;
        }

        var all = tree.Nodes[root].Prose;
        var judged = new HashSet<int>();
        for (var n = 0; n < blocks.Count; n++)
        {
            if (blocks[n].LeftOut is "phrase" or "end" or Cuts.Mark && Box(tree, root, main, blocks[n].Block.Parent) is var box and >= 0 && judged.Add(box))
            {
                JudgeBox(tree, box, all, blocks, n);
            }
        }

        JudgeOffers(tree, root, main, all, blocks);
        JudgeEnd(tree, root, main, all, blocks);
    }

    // What stands beside the paragraphs and asks for a mail address offers a newsletter.
    private static void JudgeOffers(PageTree tree, int root, int main, float all, List<BodyBlock> blocks)
    {
        var (end, at) = (root, 0);
        foreach (var field in tree.AsksForAddress)
        {
            if (field <= root || field < end || field >= tree.Nodes[root].End || Box(tree, root, main, field) is not (>= 0 and var box) || tree.Nodes[box].Prose > MostOfText * all)
            {
                continue;
            }

            end = tree.Nodes[box].End;
            for (; at < blocks.Count && blocks[at].Block.First < end; at++)
            {
                if (blocks[at].Block.First > box)
                {
                    blocks[at].LeaveOut("box");
                }
            }
        }
    }

    /// <summary>The element whose own paragraphs have most of the prose, and how much of it.</summary>
    private static (int Element, float Share) MainContainer(List<BodyBlock> blocks)
    {
        var prose = new Dictionary<int, float>();
        var total = 0f;
        foreach (var block in blocks)
        {
            if (block.IsProse)
            {
                prose[block.Container] = prose.GetValueOrDefault(block.Container) + block.Block.Prose;
                total += block.Block.Prose;
            }
        }

        if (total <= 0)
        {
            return (-1, 0);
        }

        var main = prose.MaxBy(pair => pair.Value);
        return (main.Key, main.Value / total);
    }

    // The outermost element around a block that does not hold the main container too; -1 where the block is one of the container's own.
    private static int Box(PageTree tree, int root, int main, int at)
    {
        var nodes = tree.Nodes;
        var box = -1;
        for (var up = at; up > root && !(up <= main && main < nodes[up].End); up = nodes[up].Parent)
        {
            box = nodes[up].Tag.EndsBlock() ? up : box;
        }

        return box;
    }

    private static void JudgeBox(PageTree tree, int box, float all, List<BodyBlock> blocks, int at)
    {
        var nodes = tree.Nodes;
        if (nodes[box].Tag is Tag.List or Tag.Table or Tag.Quotation || nodes[box].Prose > MostOfText * all)
        {
            return;
        }

        var first = at;
        while (first > 0 && blocks[first - 1].Block.First > box)
        {
            first--;
        }

        var end = at;
        while (end < blocks.Count && blocks[end].Block.First < nodes[box].End)
        {
            end++;
        }

        var prose = 0;
        for (var n = first; n < end; n++)
        {
            prose += blocks[n].IsProse ? 1 : 0;
        }

        for (var n = first; n < end && at - first <= 2 && prose <= 3; n++)
        {
            blocks[n].LeaveOut("box");
        }
    }

    private static void JudgeEnd(PageTree tree, int root, int main, float all, List<BodyBlock> blocks)
    {
        var last = blocks.FindLastIndex(block => block.IsProse && block.Container == main);
        var after = 0f;
        for (var n = last + 1; n < blocks.Count; n++)
        {
            after += blocks[n].IsKept ? blocks[n].Block.Prose : 0;
        }

        if (last < 0 || after > MostAtEnd * all)
        {
            return;
        }

        for (var n = last + 1; n < blocks.Count; n++)
        {
            var block = blocks[n];
            var box = Box(tree, root, main, block.Block.Parent);
            if (block.IsKept && box >= 0 && block.Container != main && tree.Nodes[box].Tag is Tag.Block or Tag.Section or Tag.Article or Tag.Aside && !block.IsQuotation
                && block.Kind is not (Tag.Item or Tag.Row or Tag.Preformatted) && Make(tree, block.Container) != Make(tree, main))
            {
                block.LeaveOut("beside the text");
            }
        }
    }

    /// <summary>An element's name and class: what is of one make looks alike.</summary>
    public static string Make(PageTree tree, int node) => tree.Nodes[node].Dom is AngleSharp.Dom.IElement element ? element.LocalName + "." + element.ClassName : "";
}
