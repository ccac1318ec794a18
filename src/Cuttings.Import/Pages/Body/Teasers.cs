namespace Cuttings.Import.Pages.Body;

/// <summary>Marks rows of cards, each with a linked heading and a few lines below it, that lead to other articles.</summary>
internal static class Teasers
{
    private const int Fewest = 3;
    private const float MostProse = 450;

    public static void Mark(PageTree tree)
    {
        var nodes = tree.Nodes;
        for (var row = 0; row < nodes.Length; row++)
        {
            if (nodes[row].LinkedHeadings < Fewest || nodes[row].Tag == Tag.Text)
            {
                continue;
            }

            var cards = 0;
            for (var child = row + 1; child < nodes[row].End; child = nodes[child].End)
            {
                cards += IsCard(nodes[child]) ? 1 : 0;
            }

            if (cards < Fewest)
            {
                continue;
            }

            for (var child = row + 1; child < nodes[row].End; child = nodes[child].End)
            {
                if (IsCard(nodes[child]))
                {
                    nodes[child].Traits |= Traits.Teaser;
                }
            }
        }
    }

    private static bool IsCard(in PageNode node) => node.LinkedHeadings is 1 or 2 && node.Tag != Tag.Heading && node.Prose < MostProse;
}
