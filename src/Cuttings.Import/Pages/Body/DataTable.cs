using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>Tells tables of data from those that old pages are laid out with. Looks at a bounded number of rows and cells.</summary>
internal static class DataTable
{
    private const int RowsSeen = 12;
    private const int CellsSeen = 12;
    private const int LongestCell = 600;

    public static bool Is(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.GetAttribute("datatable") == "0")
        {
            return false;
        }

        var (rows, wide, heads, text) = (0, 0, 0, 0);
        foreach (var row in Rows(table))
        {
            rows++;
            var cells = 0;
            for (var n = 0; n < row.ChildNodes.Length && cells < CellsSeen; n++)
            {
                if (row.ChildNodes[n] is not IElement { LocalName: "td" or "th" } cell)
                {
                    continue;
                }

                cells++;
                heads += cell.LocalName == "th" ? 1 : 0;
                if (IsLayout(cell, out var length))
                {
                    return false;
                }

                text += length > 0 ? 1 : 0;
            }

            wide += cells > 1 ? 1 : 0;
        }

        return text > 1 && (heads > 0 && wide > 0 || wide > 1);
    }

    private static IEnumerable<IElement> Rows(IElement table)
    {
        var seen = 0;
        for (var n = 0; n < table.ChildNodes.Length && seen < RowsSeen; n++)
        {
            if (table.ChildNodes[n] is IElement { LocalName: "thead" or "tbody" or "tfoot" } part)
            {
                for (var m = 0; m < part.ChildNodes.Length && seen < RowsSeen; m++)
                {
                    if (part.ChildNodes[m] is IElement { LocalName: "tr" } row)
                    {
                        seen++;
                        yield return row;
                    }
                }
            }
        }
    }

    // Cells of data hold a few words; what holds tables, headings or much text was laid out.
    private static bool IsLayout(IElement cell, out int length)
    {
        var (nodes, paragraphs) = (0, 0);
        length = 0;
        var open = new Stack<(INodeList Children, int Next)>();
        open.Push((cell.ChildNodes, 0));
        while (open.TryPop(out var at) && nodes < 60)
        {
            if (at.Next >= at.Children.Length)
            {
                continue;
            }

            open.Push(at with { Next = at.Next + 1 });
            nodes++;
            if (at.Children[at.Next] is IText text)
            {
                length += text.Data.Length < 200 ? text.Data.AsSpan().Trim().Length : text.Data.Length;
            }
            else if (at.Children[at.Next] is IElement element)
            {
                if (element.LocalName is "table" or "h1" or "h2" or "form" or "article" or "section")
                {
                    return true;
                }

                paragraphs += element.LocalName == "p" ? 1 : 0;
                open.Push((element.ChildNodes, 0));
            }
        }

        return length > LongestCell || paragraphs > 3;
    }
}
