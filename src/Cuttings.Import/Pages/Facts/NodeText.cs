using AngleSharp.Dom;
using Cuttings.Import.Html;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The text that a reader sees of a node, white space collapsed; bounded, and without recursion.</summary>
internal static class NodeText
{
    /// <param name="node">The node.</param>
    /// <param name="longest">How much of it at most.</param>
    /// <param name="without">What is left out of it.</param>
    /// <param name="apart">What parts its blocks; where it is more than a space, elements that run into each other (`Nora Quill` and `Reporter`) are parted too.</param>
    public static string Of(INode node, int longest = 1000, INode? without = null, string apart = " ")
    {
        if (node.ChildNodes.Length == 1 && node.ChildNodes[0] is IText only)
        {
            return Collapse(only.Data, longest);
        }

        var text = new CollapsedText();
        var open = new Stack<(INode Node, int Next)>();
        open.Push((node, 0));
        while (text.Length < longest && open.TryPop(out var top))
        {
            if (top.Next >= top.Node.ChildNodes.Length)
            {
                if (top.Node is IElement closed && IsApart(closed))
                {
                    Part(text, apart);
                }

                continue;
            }

            open.Push((top.Node, top.Next + 1));
            var child = top.Node.ChildNodes[top.Next];
            if (child is IText written)
            {
                if (apart != " " && written.Data.Length > 0 && char.IsUpper(written.Data[0]) && text.EndsSmall)
                {
                    Part(text, apart);
                }

                text.Append(written.Data, longest);
            }
            else if (child is IElement element && element != without && !IsUnseen(element))
            {
                if (IsApart(element))
                {
                    Part(text, apart);
                }

                if (open.Count < 2000)
                {
                    open.Push((element, 0));
                }
            }
        }

        return text.ToString();
    }

    private static void Part(CollapsedText text, string apart)
    {
        text.Space();
        if (apart != " " && text.Length > 0)
        {
            text.Write(apart.AsSpan().TrimStart());
        }
    }

    /// <summary>White space collapsed, ends trimmed.</summary>
    public static string Collapse(string text, int longest = 4000)
    {
        // Most of what is asked for needs nothing done to it.
        if (text.Length <= longest && !text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return text;
        }

        var collapsed = new CollapsedText();
        collapsed.Append(text, longest);
        return collapsed.ToString();
    }

    public static bool IsUnseen(IElement element) => IsUnseen(element.LocalName, new ElementNames(element));

    public static bool IsUnseen(string name, in ElementNames names) =>
        HtmlNames.Dropped.Contains(name) && name is not "canvas"
        || names.IsHidden
        || names.Style is { Length: < 400 } style && style.Contains("none", StringComparison.Ordinal) && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.Ordinal)
        || names.Class is { Length: > 5 and < 400 } said && IsSaidAloud(said);

    private static bool IsSaidAloud(string name) =>
        name.Contains("screen-reader", StringComparison.Ordinal) || name.Contains("sr-only", StringComparison.Ordinal) || name.Contains("visually-hidden", StringComparison.Ordinal) || name.Contains("visuallyhidden", StringComparison.Ordinal) || name.Contains("headerlink", StringComparison.Ordinal);

    private static bool IsApart(IElement element) => element.LocalName is "br" or "td" or "th" or "img" || HtmlNames.Blocks.Contains(element.LocalName);
}
