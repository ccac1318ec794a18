using AngleSharp.Dom;
using Cuttings.Import.Html;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Walks once over a page and collects what the facts are told from. Without recursion; what a hostile page piles up is cut at the limits below.</summary>
internal sealed class PageScan
{
    public const int LongestLine = 2000;
    private const int MostLines = 20_000;
    private const int MostMarks = 3_000;
    private const int MostMetas = 3_000;
    private const int MostLinks = 1_000;
    private const int MostNodes = 2_000_000;
    private const int LongestMeta = 8_000;
    private const int LongestJson = 4_000_000;

    private readonly ScannedPage page = new();
    private readonly CollapsedText line = new();
    private readonly Dictionary<string, ElementWords> seen = new(StringComparer.Ordinal);
    private Frame[] open = new Frame[64];
    private int depth;
    private int linked;
    private int heading;
    private Zone lineZone;
    private int metas;
    private int json;

    private struct Frame
    {
        public INode Node;
        public INodeList Children;
        public int Next;
        public Zone Zone;
        public bool Linked;
        public int Heading;
    }

    public static ScannedPage Of(INode root)
    {
        var scan = new PageScan();
        scan.Walk(root);
        return scan.page;
    }

    private void Walk(INode root)
    {
        Push(new() { Node = root, Children = root.ChildNodes });
        for (var nodes = 0; nodes < MostNodes && depth > 0;)
        {
            ref var top = ref open[depth - 1];
            if (top.Next >= top.Children.Length)
            {
                depth--;
                if (top.Node is IElement closed && HtmlNames.Blocks.Contains(closed.LocalName))
                {
                    EndLine();
                }

                continue;
            }

            nodes++;
            switch (top.Children[top.Next++])
            {
                case IText text:
                    Write(text.Data, top);
                    break;
                case IElement element:
                    Enter(element, top);
                    break;
                case IComment comment when page.Lines.Count == 0 && page.HeadComments.Count < 20:
                    page.HeadComments.Add(comment.Data.Length > 2000 ? comment.Data[..2000] : comment.Data);
                    break;
            }
        }

        EndLine();
    }

    private void Push(in Frame frame)
    {
        if (depth == open.Length)
        {
            Array.Resize(ref open, 2 * depth);
        }

        open[depth++] = frame;
    }

    private void Write(string text, in Frame at)
    {
        if (at.Zone.HasFlag(Zone.Hidden) || page.Lines.Count >= MostLines)
        {
            return;
        }

        if (line.Length == 0)
        {
            (lineZone, heading) = (at.Zone, at.Heading);
        }

        var before = line.Length;
        line.Append(text, LongestLine);
        linked += at.Linked ? line.Length - before : 0;
    }

    private void EndLine()
    {
        if (line.Length > 0)
        {
            var text = line.ToString();
            if (text.Length > 0)
            {
                page.Lines.Add(new(text, lineZone, heading, linked));
            }

            line.Clear();
        }

        linked = 0;
    }

    private void Enter(IElement element, in Frame parent)
    {
        var name = element.LocalName;
        switch (name)
        {
            case "meta":
                AddMeta(element, parent.Zone);
                return;
            case "link":
                AddLink(element);
                return;
            case "title" when page.Title is null && parent.Node is IElement { LocalName: "head" or "body" or "html" or "div" }:
                page.Title = NodeText.Collapse(element.TextContent);
                return;
            case "script":
                AddScript(element);
                return;
            case "base":
                page.Base ??= element.GetAttribute("href");
                return;
            case "br":
                EndLine();
                return;
            case "html":
                page.HtmlLanguage = element.GetAttribute("lang") ?? element.GetAttribute("xml:lang");
                break;
        }

        if (HtmlNames.Dropped.Contains(name) && name is not "head")
        {
            return;
        }

        var names = new ElementNames(element);
        var words = ElementWords.Of(names, seen);
        if (name is "body" or "html")
        {
            page.BodyWords += words.Text;
            words = ElementWords.None;
        }

        if (HtmlNames.Blocks.Contains(name) || name is "td" or "th")
        {
            EndLine();
        }

        var zone = name == "head" ? parent.Zone : parent.Zone | Zones.Of(name, names, words, parent.Zone);
        var kind = MarkKinds.Of(name, names, words);
        if (kind != MarkKind.None && page.Marks.Count < MostMarks)
        {
            page.Marks.Add(new(element, kind, page.Lines.Count, zone, words.Text));
        }

        if ((zone & Zone.Elsewhere) == Zone.None && page.Containers.Count < 1000 && MarkKinds.IsPost(element, name, names, words))
        {
            page.Containers.Add(element);
        }

        if (name == "a" && page.Older is null && element.GetAttribute("href") is { Length: > 0 } href && element.ChildNodes.Length is > 0 and < 6 && NodeText.Of(element, 30) is { Length: > 8 and < 30 } said && IsOlder(said))
        {
            page.Older = href;
        }

        var level = name is ['h', >= '1' and <= '6'] ? name[1] - '0' : parent.Heading;
        // Deeper than any page is made by hand; what lies below is not asked.
        if (depth < 5_000)
        {
            Push(new() { Node = element, Children = element.ChildNodes, Zone = zone, Linked = parent.Linked || name == "a", Heading = level });
        }
    }

    private static bool IsOlder(string said) => said.Trim('«', '»', '←', '→', '‹', '›', ' ').ToLowerInvariant() is "older posts" or "older entries" or "older post" or "previous entries" or "previous posts" or "ältere beiträge" or "articles plus anciens" or "entradas antiguas" or "entradas anteriores";

    private void AddMeta(IElement element, Zone zone)
    {
        // Microdata of a comment or of another article.
        if ((zone & Zone.Elsewhere) != Zone.None)
        {
            return;
        }

        var content = element.GetAttribute("content") ?? element.GetAttribute("value");
        var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
        if (string.IsNullOrWhiteSpace(content) || string.IsNullOrWhiteSpace(name) || ++metas > MostMetas)
        {
            return;
        }

        content = NodeText.Collapse(content, LongestMeta);
        // property="dc:title og:title" names two; name and property may differ.
        foreach (var one in $"{name} {element.GetAttribute("name")} {element.GetAttribute("itemprop")}".ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(6))
        {
            if (!page.Metas.TryGetValue(one, out var values))
            {
                page.Metas[one] = values = [];
            }

            values.Add(content);
        }
    }

    private void AddLink(IElement element)
    {
        if (element.GetAttribute("rel") is { Length: > 0 } rel && element.GetAttribute("href") is { Length: > 0 } address && page.Links.Count < MostLinks)
        {
            page.Links.Add(new(rel.Trim().ToLowerInvariant(), address.Trim(), element.GetAttribute("type")?.Trim().ToLowerInvariant(), element.GetAttribute("title"), element.GetAttribute("hreflang")));
        }
    }

    private void AddScript(IElement element)
    {
        if (element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            var text = element.TextContent;
            json += text.Length;
            if (json <= LongestJson && page.JsonLd.Count < 100)
            {
                page.JsonLd.Add(text);
            }
        }
    }
}
