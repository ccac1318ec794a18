using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>
/// A text dealt to elements of one make (questions and answers, the panels of tabs) is one text: where one of them was chosen, those beside it are taken too.
/// Articles, cards with linked headings and what has a first heading of its own are texts by themselves.
/// </summary>
internal static class Sections
{
    private const float MostLinks = 0.3f;
    private const float LeastBeside = 0.25f;
    private const int LevelsLookedAt = 3;

    public static int Widen(PageTree tree, int root)
    {
        var nodes = tree.Nodes;
        var at = root;
        for (var level = 0; level < LevelsLookedAt && at > 0 && nodes[at].Good <= 1.05f * nodes[root].Good; level++, at = nodes[at].Parent)
        {
            if (Beside(tree, at, out var panels) >= LeastBeside * nodes[root].Good || panels)
            {
                return nodes[at].Parent;
            }
        }

        return root;
    }

    // What reads like text in the elements beside one that are of its make.
    private static float Beside(PageTree tree, int section, out bool panels)
    {
        var nodes = tree.Nodes;
        var (row, good) = (nodes[section].Parent, 0f);
        panels = false;
        if (!IsSection(nodes[section]) || nodes[section].Dom is not IElement { ClassName.Length: > 0 })
        {
            return 0;
        }

        var make = Boxes.Make(tree, section);
        for (var child = row + 1; child < nodes[row].End; child = nodes[child].End)
        {
            if (child != section && nodes[child].Weight > 0 && nodes[child].Tag == nodes[section].Tag && IsSection(nodes[child]) && !nodes[child].Traits.Any(Traits.Foreign))
            {
                var (one, other) = (IsPanel(nodes[section]), IsPanel(nodes[child]));
                panels |= one && other;
                good += Boxes.Make(tree, child) == make ? nodes[child].Good : 0;
            }
        }

        return good;
    }

    private static bool IsSection(in PageNode node) => node.Tag is Tag.Block or Tag.Section && node.Titles == 0 && node.LinkedHeadings == 0 && node.LinkShare < MostLinks;

    private static bool IsPanel(in PageNode node) => node.Dom is IElement element && (element.GetAttribute("role") == "tabpanel" || element.ClassList.Contains("tab-panel") || element.ClassList.Contains("tab-pane"));
}
