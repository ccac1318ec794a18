using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>A heading's text, and what it reads without a label before it or a button after it.</summary>
internal static class HeadingText
{
    /// <summary>The whole text first, then without its first and without its last element.</summary>
    public static IEnumerable<string> Readings(IElement heading)
    {
        var whole = NodeText.Of(heading);
        yield return whole;
        var inner = heading;
        // A link around it all tells nothing.
        for (var depth = 0; depth < 6 && inner.Children.Length == 1 && NodeText.Of(inner.Children[0]) == whole; depth++)
        {
            inner = inner.Children[0];
        }

        if (inner.Children.Length is 0 or > 12)
        {
            yield break;
        }

        yield return NodeText.Of(inner, 1000, inner.Children[0]);
        yield return NodeText.Of(inner, 1000, inner.Children[^1]);
        foreach (var child in inner.Children.Take(4))
        {
            yield return NodeText.Of(child);
        }
    }
}
