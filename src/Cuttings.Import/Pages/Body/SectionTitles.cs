namespace Cuttings.Import.Pages.Body;

/// <summary>
/// Keeps the headings of sections that are named `title` by class (`step-title`, `section-title`): there is one title of a page, but several of these, each with text right below it.
/// </summary>
internal static class SectionTitles
{
    private const float Longest = 200;

    public static void Judge(List<BodyBlock> blocks, BodyHints hints)
    {
        var title = Lines.Plain(hints.Title);
        var first = blocks.FindIndex(block => block.IsProse);
        var found = new List<BodyBlock>();
        for (var n = 0; n + 1 < blocks.Count; n++)
        {
            var block = blocks[n];
            if (block is { LeftOut: nameof(Traits.Title), Name: not "h1", LinkShare: < 0.1f, Weight: < Longest } && blocks[n + 1] is { IsKept: true, LinkShare: < 0.5f } below
                && (below.IsProse || below.Kind is Tag.Item or Tag.Row || below.Kind == Tag.Paragraph && below.Block.Weight.Sentences > 0) && Lines.Plain(block.Text) != title)
            {
                found.Add(block);
            }
        }

        if (found.Count > 1 || found is [var one] && blocks.IndexOf(one) > first)
        {
            found.ForEach(block => block.Keep());
        }
    }
}
