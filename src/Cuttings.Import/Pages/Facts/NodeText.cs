using System.Text;
using AngleSharp.Dom;
using Cuttings.Import.Html;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The text that a reader sees of a node, white space collapsed; bounded, and without recursion.</summary>
internal static class NodeText
{
    public static string Of(INode node, int longest = 1000, INode? without = null, string apart = " ")
    {
        var text = new StringBuilder();
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
                Append(text, written.Data, longest);
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

        return text.ToString().Trim(' ');
    }

    private static void Part(StringBuilder text, string apart)
    {
        Space(text);
        if (apart != " " && text.Length > 0)
        {
            text.Append(apart.AsSpan().TrimStart());
        }
    }

    /// <summary>White space collapsed, ends trimmed.</summary>
    public static string Collapse(string text, int longest = 4000)
    {
        var collapsed = new StringBuilder(Math.Min(text.Length, longest));
        Append(collapsed, text, longest);
        return collapsed.ToString().Trim(' ');
    }

    public static bool IsUnseen(IElement element) =>
        HtmlNames.Dropped.Contains(element.LocalName) && element.LocalName is not "canvas"
        || element.HasAttribute("hidden")
        || element.GetAttribute("style") is { Length: < 400 } style && style.Contains("none", StringComparison.Ordinal) && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.Ordinal)
        || element.ClassName is { Length: < 400 } name && (name.Contains("screen-reader", StringComparison.Ordinal) || name.Contains("sr-only", StringComparison.Ordinal) || name.Contains("visually-hidden", StringComparison.Ordinal) || name.Contains("visuallyhidden", StringComparison.Ordinal) || name.Contains("headerlink", StringComparison.Ordinal));

    private static bool IsApart(IElement element) => element.LocalName is "br" or "td" or "th" or "img" || HtmlNames.Blocks.Contains(element.LocalName);

    public static void Append(StringBuilder text, string written, int longest)
    {
        foreach (var sign in written)
        {
            if (text.Length >= longest)
            {
                return;
            }

            if (char.IsWhiteSpace(sign))
            {
                Space(text);
            }
            else if (!char.IsControl(sign) && sign is not ('\u200B' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F'))
            {
                text.Append(sign);
            }
        }
    }

    public static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }
}
