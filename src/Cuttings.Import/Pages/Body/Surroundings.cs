namespace Cuttings.Import.Pages.Body;

/// <summary>Weighs each paragraph by where it stands: comments, side bars, menus and the like count little, unless most of the page stands in them.</summary>
internal static class Surroundings
{
    private const float TooMuchToIgnore = 0.5f;
    private const float TextsShare = 0.2f;
    private const float EnoughForControl = 450;
    private const float EnoughWithTitle = 200;
    private const float EnoughWithout = 250;
    private const float EnoughUnderTitle = 80;

    /// <summary>Sets what is good of each node, and takes back traits that cannot be meant as they read.</summary>
    public static void Weigh(PageTree tree)
    {
        Teasers.Mark(tree);
        var nodes = tree.Nodes;
        var standing = new Traits[nodes.Length];
        var total = nodes[0].Prose;
        for (var n = 1; n < nodes.Length; n++)
        {
            ref var node = ref nodes[n];
            if (node.Traits.Any(Traits.Foreign) && IsMostOfAll(node, total, nodes[0].Titles > node.Titles))
            {
                node.Traits &= ~Traits.Foreign;
            }

            standing[n] = standing[node.Parent] | node.Traits;
        }

        foreach (var block in tree.Blocks)
        {
            nodes[block.Parent].Good += block.Prose * Factor(standing[nodes[block.First].Parent]);
        }

        for (var n = nodes.Length - 1; n > 0; n--)
        {
            ref var node = ref nodes[n];
            node.Named = node.Traits.Any(Traits.Body) ? node.Good : node.Named;
            nodes[node.Parent].Good += node.Good;
            nodes[node.Parent].Named += node.Named;
        }
    }

    private static bool IsMostOfAll(in PageNode node, float total, bool isTitledElsewhere) =>
        // `read-more` is also the fold behind which a text goes on: then it is most of the prose, and has hardly a link.
        IsFold(node, total)
        // A control may be named after the text that it acts on, as `textsize`; no control says as much.
        || !node.Traits.Any(Traits.Foreign & ~(Traits.Control | Traits.Meta | Traits.Title)) && node.Prose > EnoughForControl && node.Prose > TextsShare * total && node.LinkShare < 0.1f
        // What holds the page's first heading and text below it holds the article.
        || node.Titles > 0 && node.Prose > EnoughWithTitle && !node.Traits.Any(Traits.Comments | Traits.Hidden | Traits.Teaser)
        || node.Prose > TooMuchToIgnore * total && !(node.Traits.Any(Traits.Apart) && total - node.Prose > (isTitledElsewhere ? EnoughUnderTitle : EnoughWithout));

    /// <summary>Whether an element that is named as related is the greater part of the text itself.</summary>
    public static bool IsFold(in PageNode node, float total) =>
        node.Traits.Any(Traits.Related) && !node.Traits.Any(Traits.Comments | Traits.Teaser) && node.Prose > TooMuchToIgnore * total && node.LinkedHeadings == 0 && node.LinkShare < 0.1f;

    private static float Factor(Traits standing) =>
        !standing.Any(Traits.Foreign) ? 1
        : standing.Any(Traits.Hidden | Traits.Navigation | Traits.Comments | Traits.Teaser | Traits.Related | Traits.Footer | Traits.Advert | Traits.Notice | Traits.Newsletter) ? 0.1f
        : standing.Any(Traits.Sidebar | Traits.Share | Traits.Tags | Traits.Author | Traits.Caption) ? 0.2f
        : 0.5f;
}
