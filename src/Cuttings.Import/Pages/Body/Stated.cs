using AngleSharp.Dom;
using Cuttings.Excerpts;

namespace Cuttings.Import.Pages.Body;

/// <summary>What a stated text (<see cref="StatedBody"/>) changes in what was found.</summary>
internal static class Stated
{
    private const float MostAfter = 0.45f;
    private const double ConfidenceOfStated = 0.8;

    /// <summary>The root that holds what is stated: the one chosen, or wider.</summary>
    public static int Root(PageTree tree, int root, HashSet<TextBlock> said)
    {
        var nodes = tree.Nodes;
        var inside = said.Where(block => root >= 0 && block.First > root && block.First < tree.Nodes[root].End).Sum(block => block.Weight.Weight);
        if (inside > 0.9f * said.Sum(block => block.Weight.Weight))
        {
            return root;
        }

        // The innermost element around the first that holds nine tenths of it.
        var all = said.Sum(block => block.Weight.Weight);
        for (var up = said.MinBy(block => block.First)!.Parent; up > 0; up = nodes[up].Parent)
        {
            var (from, end) = (up, nodes[up].End);
            if (said.Where(block => block.First > from && block.First < end).Sum(block => block.Weight.Weight) >= 0.9f * all)
            {
                return up;
            }
        }

        return 0;
    }

    /// <summary>Keeps what is stated, and ends where it ends.</summary>
    public static void Judge(StatedBody stated, HashSet<TextBlock> said, List<BodyBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (said.Contains(block.Block) && block.LeftOut is "after the end" or "below an end" or "box" or "beside the text" or "link")
            {
                block.Keep();
            }
        }

        var last = blocks.FindLastIndex(block => said.Contains(block.Block));
        var after = blocks.Skip(last + 1).Where(block => block.IsKept).Sum(block => block.Block.Prose);
        if (last < 0 || !stated.EndsWith(blocks[last].Text) || after > MostAfter * blocks.Sum(block => block.Block.Prose))
        {
            return;
        }

        for (var n = last + 1; n < blocks.Count; n++)
        {
            if (blocks[n].Kind is not (Tag.Item or Tag.Row) || blocks[n].LinkShare > 0.5f)
            {
                blocks[n].LeaveOut("after the stated end");
            }
        }
    }

    /// <summary>The stated text itself, where the page shows too little of it.</summary>
    public static FoundBody Instead(StatedBody stated, IElement scope, FoundBody? found)
    {
        var paragraphs = stated.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var excerpt = Excerpt.OfParagraphs(paragraphs);
        return found is null
            ? new(excerpt, scope, null, null, null, false, ConfidenceOfStated)
            : found with { Excerpt = excerpt, Truncated = false, Confidence = Math.Max(found.Confidence, ConfidenceOfStated) };
    }
}
