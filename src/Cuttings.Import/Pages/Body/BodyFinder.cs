using AngleSharp.Dom;
using Cuttings.Excerpts;

namespace Cuttings.Import.Pages.Body;

/// <summary>
/// Finds the main text of a page: chooses the element that holds it (<see cref="RootChooser"/>), then decides block by block what of it is the article's.
/// Nothing is fetched; time and memory grow linearly with the page.
/// </summary>
internal static class BodyFinder
{
    /// <summary>The text of a page with one article; null where it has none.</summary>
    public static FoundBody? Find(IDocument document, BodyHints hints) => document.Body is { } body ? Find(body, hints, hints.LinkedData is { } linked ? StatedBody.Of(linked) : StatedBody.Of(document)) : null;

    /// <summary>The text of one post of several.</summary>
    public static FoundBody? FindIn(IElement scope, BodyHints hints) => Find(scope, hints, null);

    private static FoundBody? Find(IElement scope, BodyHints hints, StatedBody? stated)
    {
        var found = Read(scope, hints, stated, everything: false);
        if (found is null || found.Confidence <= 0.3)
        {
            found = Better(found, Read(scope, hints, stated, everything: true));
        }

        return stated is null || !stated.SaysMoreThan(found is null ? 0 : TextWeight.Of(found.Excerpt.ToText()).Weight) ? found : Stated.Instead(stated, scope, found);
    }

    private static FoundBody? Better(FoundBody? found, FoundBody? everything) =>
        found is null || everything?.Excerpt.ToText().Length > 3 * found.Excerpt.ToText().Length ? everything : found;

    private static FoundBody? Read(IElement scope, BodyHints hints, StatedBody? stated, bool everything)
    {
        using var tree = PageTree.Of(scope, everything);
        if (Judge(tree, hints, stated) is not var (root, blocks))
        {
            return null;
        }

        var standfirst = Heads.Standfirst(tree, root, blocks, hints);
        var credit = CreditTail.Line(blocks);
        Edges.TrimSigns(blocks);
        var written = ExcerptWriter.Write(tree, root, blocks);
        credit ??= CreditTail.Ending(written);
        return written.Count == 0 ? null : new(
            new Excerpt(written),
            (IElement)tree.Nodes[root].Dom,
            standfirst,
            credit,
            Heads.Caption(tree, root, blocks),
            Cuts.Are(tree, root, blocks),
            Confidence(tree, root, blocks));
    }

    /// <summary>Every block of the root with why it was left out, for those who want to know.</summary>
    internal static (int Root, List<BodyBlock> Blocks)? Judge(PageTree tree, BodyHints hints, StatedBody? stated)
    {
        Surroundings.Weigh(tree);
        var root = RootChooser.Choose(tree);
        var said = stated?.FindIn(tree) ?? [];
        root = said.Count > 0 ? Stated.Root(tree, root, said) : root;
        if (root < 0)
        {
            return FewWords.Of(tree, hints) is { } few ? (0, few) : null;
        }

        var blocks = BodyBlocks.Of(tree, root);
        SectionTitles.Judge(blocks, hints);
        Lines.Judge(blocks, hints);
        LinkLists.Judge(tree, root, blocks);
        Galleries.Judge(tree, root, blocks);
        Ends.Judge(tree, blocks);
        Pictures.Judge(tree, root, blocks);
        Repeats.Judge(tree, blocks);
        Boxes.Judge(tree, root, blocks);
        if (said.Count > 0)
        {
            Stated.Judge(stated!, said, blocks);
        }

        Edges.Trim(tree, blocks);
        AuthorLives.Judge(tree, blocks, hints);
        return !blocks.Exists(block => block.IsKept) && FewWords.Of(tree, hints) is { } bare ? (0, bare) : (root, blocks);
    }

    private static double Confidence(PageTree tree, int root, List<BodyBlock> blocks)
    {
        var prose = blocks.Where(block => block.IsProse).Sum(block => block.Block.Prose);
        var share = prose / Math.Max(1, tree.Nodes[root].Weight);
        return Math.Clamp(prose / (prose + 400) * (0.5 + (0.5 * share)), 0, 1);
    }
}
