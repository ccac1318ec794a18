namespace Cuttings.Import.Pages.Body;

/// <summary>
/// Chooses the element that holds the text. Each paragraph speaks for the elements around it, the nearer the louder (as in Arc90's Readability);
/// the one spoken for most is widened while what stands beside it reads like more of the same.
/// </summary>
internal static class RootChooser
{
    private static readonly float[] Voices = [1, 0.6f, 0.35f, 0.2f, 0.1f];

    private const float MostIsNamed = 0.6f;
    private const float LeastArticle = 150;
    private const float LeastMore = 120;
    private const float LeastNamed = 50;

    /// <summary>The root's node; -1 where nothing reads like an article.</summary>
    public static int Choose(PageTree tree)
    {
        var nodes = tree.Nodes;
        if (nodes[0].Good <= 0)
        {
            return -1;
        }

        var scores = new float[nodes.Length];
        foreach (var block in tree.Blocks)
        {
            Speak(tree, block, scores);
        }

        var best = 0;
        for (var n = 0; n < nodes.Length; n++)
        {
            if (scores[n] > 0)
            {
                scores[n] *= (1 - nodes[n].LinkShare) * Standing(nodes[n]);
                // The deepest of those that hold the same.
                best = scores[n] >= scores[best] * 0.999f ? n : best;
            }
        }

        best = FirstTitled(tree, best);
        return Sections.Widen(tree, Widen(tree, Named(tree, best), scores));
    }

    // Pages that load the next article below show several, each with its own first heading: the first is the page's.
    private static int FirstTitled(PageTree tree, int best)
    {
        var nodes = tree.Nodes;
        var (first, titled) = (best, 0);
        for (var child = best + 1; child < nodes[best].End; child = nodes[child].End)
        {
            if (nodes[child].Tag == Tag.Article && nodes[child].Titles > 0 && nodes[child].Good > LeastArticle)
            {
                first = titled++ == 0 ? child : first;
            }
        }

        return titled > 1 ? first : best;
    }

    private static void Speak(PageTree tree, TextBlock block, float[] scores)
    {
        var nodes = tree.Nodes;
        var good = block.Prose <= 0 ? 0 : block.Prose * Share(nodes[block.Parent]);
        if (good <= 0)
        {
            return;
        }

        var at = block.Parent;
        var level = 0;
        if (nodes[at].Tag is Tag.Paragraph or Tag.Item or Tag.Preformatted or Tag.Row || nodes[at].Branches == 1 || IsLeaf(tree, at, block))
        {
            at = nodes[at].Parent;
        }

        for (; level < Voices.Length; at = nodes[at].Parent)
        {
            if (nodes[at].Tag.EndsBlock() || at == 0)
            {
                scores[at] += good * Voices[level];
                level += nodes[at].Branches > 1 ? 1 : 0;
            }

            if (at == 0)
            {
                break;
            }
        }
    }

    private static float Share(in PageNode node) => node.Prose <= 0 ? 0 : node.Good / node.Prose;

    // An element whose only text is this block is a paragraph by another name.
    private static bool IsLeaf(PageTree tree, int element, TextBlock block)
    {
        var (from, to) = tree.BlocksOf(element);
        return to - from == 1 && tree.Blocks[from] == block;
    }

    private static float Standing(in PageNode node) =>
        (node.Traits.Any(Traits.Foreign) ? 0.4f : 1) * (node.Traits.Any(Traits.Body) ? 1.3f : node.Traits.Any(Traits.Content) ? 1.05f : 1);

    // Where the page itself names the text and the name holds most of what was found, the page is right.
    private static int Named(PageTree tree, int best)
    {
        var nodes = tree.Nodes;
        for (var up = best; up > 0; up = nodes[up].Parent)
        {
            if (nodes[up].Traits.Any(Traits.Body))
            {
                return up;
            }
        }

        return nodes[best].Named > MostIsNamed * nodes[best].Good ? Inner(tree, best) : best;
    }

    // Named text deeper inside.
    private static int Inner(PageTree tree, int best)
    {
        var nodes = tree.Nodes;
        var at = best;
        for (var child = best + 1; child < nodes[at].End && !nodes[at].Traits.Any(Traits.Body);)
        {
            (at, child) = nodes[child].Named > 0.9f * nodes[best].Named ? (child, child + 1) : (at, nodes[child].End);
        }

        return at;
    }

    private static int Widen(PageTree tree, int root, float[] scores)
    {
        var nodes = tree.Nodes;
        var chosen = root;
        for (var up = nodes[root].Parent; chosen > 0; up = nodes[up].Parent)
        {
            // Where the page names its text, only more that is so named widens it.
            var more = nodes[chosen].Traits.Any(Traits.Body) ? nodes[up].Named - nodes[chosen].Named : nodes[up].Good - nodes[chosen].Good;
            var reads = more > Math.Max(nodes[chosen].Traits.Any(Traits.Body) ? LeastNamed : LeastMore, nodes[chosen].Good * 0.1f) && nodes[up].LinkShare < 0.5f;
            if (reads && IsOneOfMany(tree, up, chosen))
            {
                break;
            }

            chosen = reads ? up : chosen;
            if (up == 0)
            {
                break;
            }
        }

        return chosen;
    }

    // One of several articles side by side: what is beside it is another article.
    private static bool IsOneOfMany(PageTree tree, int parent, int child)
    {
        var nodes = tree.Nodes;
        var at = child;
        while (nodes[at].Parent != parent)
        {
            at = nodes[at].Parent;
        }

        if (nodes[at].Tag != Tag.Article && nodes[child].Tag != Tag.Article)
        {
            return false;
        }

        var articles = 0;
        for (var n = parent + 1; n < nodes[parent].End; n = nodes[n].End)
        {
            articles += nodes[n].Tag == Tag.Article ? 1 : 0;
        }

        return articles > 1;
    }
}
