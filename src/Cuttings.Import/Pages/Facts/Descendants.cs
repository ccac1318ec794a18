using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The elements inside another, in order.</summary>
internal static class Descendants
{
    private const int Deepest = 2_000;

    /// <summary>The first that fits: quicker than a selector where little lies inside, as in headings.</summary>
    public static IElement? First(IElement around, Func<IElement, bool> fits)
    {
        var children = around.ChildNodes;
        for (var n = 0; n < children.Length; n++)
        {
            if (children[n] is IElement element && (fits(element) ? element : First(element, fits)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public static IEnumerable<IElement> Of(IElement around)
    {
        var open = new Stack<(INodeList Children, int Next)>();
        open.Push((around.ChildNodes, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next >= at.Children.Length)
            {
                continue;
            }

            open.Push((at.Children, at.Next + 1));
            if (at.Children[at.Next] is IElement element)
            {
                yield return element;
                if (open.Count < Deepest && element.ChildNodes.Length > 0)
                {
                    open.Push((element.ChildNodes, 0));
                }
            }
        }
    }
}
