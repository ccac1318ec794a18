using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The elements inside another, in order.</summary>
internal static class Descendants
{
    private const int Deepest = 2_000;

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
