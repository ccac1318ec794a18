using AngleSharp.Dom;
using Cuttings.Import.Pages.Facts;

namespace Cuttings.Import.Pages.Posts;

/// <summary>A part of a page that may be a whole post.</summary>
/// <param name="Element">Its container.</param>
/// <param name="Heading">The element with its title.</param>
/// <param name="Title">Its title.</param>
/// <param name="Weight">How much text it has besides the title, in words.</param>
internal sealed record PostPart(IElement Element, IElement Heading, string Title, int Weight);

/// <summary>Tells the posts of a page apart: by article, hentry and the containers that blog programs write, else by repeated structure.</summary>
internal static class PostContainers
{
    private const int Most = 400;
    private const int LeastWeight = 10;

    /// <summary>The containers in order; none inside another.</summary>
    public static List<PostPart> Find(ScannedPage page)
    {
        var named = page.Containers.Take(Most).ToList();
        var parts = Outermost(named).Select(Part).OfType<PostPart>().ToList();
        return parts.Count(part => part.Weight >= LeastWeight) >= 2 ? parts : Repeated(page) is { Count: >= 2 } repeated ? repeated : parts;
    }

    // A container that holds several others with titles is their list; one that holds a single other is its wrapper.
    private static List<IElement> Outermost(List<IElement> named)
    {
        var all = named.ToHashSet();
        var inside = new Dictionary<IElement, List<IElement>>();
        var tops = new List<IElement>();
        foreach (var element in named)
        {
            var around = Around(element, all);
            if (around is null)
            {
                tops.Add(element);
            }
            else
            {
                if (!inside.TryGetValue(around, out var list))
                {
                    inside[around] = list = [];
                }

                list.Add(element);
            }
        }

        var found = new List<IElement>();
        var open = new Stack<IElement>(tops.AsEnumerable().Reverse());
        while (open.TryPop(out var element))
        {
            if (inside.TryGetValue(element, out var parts) && parts.Count(part => Heading(part) is not null || inside.ContainsKey(part)) is var titled && (titled >= 2 || titled == 1 && Heading(element) is null))
            {
                foreach (var part in parts.AsEnumerable().Reverse())
                {
                    open.Push(part);
                }
            }
            else
            {
                found.Add(element);
            }
        }

        return found;
    }

    private static IElement? Around(IElement element, HashSet<IElement> all)
    {
        var around = element.ParentElement;
        for (var depth = 0; around is not null && depth < 100; depth++, around = around.ParentElement)
        {
            if (all.Contains(around))
            {
                return around;
            }
        }

        return null;
    }

    private static PostPart? Part(IElement element)
    {
        if (Heading(element) is not { } heading)
        {
            return null;
        }

        var title = NodeText.Of(heading, 400);
        var weight = TextWeight.Of(NodeText.Of(element, 20_000, heading));
        return title.Length is < 2 or > 350 ? null : new(element, heading, title, weight);
    }

    /// <summary>The element with a post's title: what is named for it, else its first heading that is no date's.</summary>
    public static IElement? Heading(IElement post)
    {
        var (headings, titles) = (new List<IElement>(), new List<IElement>());
        foreach (var element in Descendants.Of(post))
        {
            var name = element.ClassName;
            if ((name is { Length: >= 6 } || element.HasAttribute("itemprop")) && IsNamed(element, name))
            {
                return IsTitle(element) ? element : First(post, headings, titles, element);
            }

            Add(element, name, headings, titles);
        }

        return First(headings, titles);
    }

    // What is named for a title but is none: the other elements are looked at, wherever they stand.
    private static IElement? First(IElement post, List<IElement> headings, List<IElement> titles, IElement named)
    {
        var isBehind = false;
        foreach (var element in Descendants.Of(post))
        {
            isBehind |= element == named;
            if (isBehind)
            {
                Add(element, element.ClassName, headings, titles);
            }
        }

        return First(headings, titles);
    }

    private static void Add(IElement element, string? name, List<IElement> headings, List<IElement> titles)
    {
        if (headings.Count < 20 && element.LocalName is ['h', >= '1' and <= '4'])
        {
            headings.Add(element);
        }

        if (titles.Count < 5 && name is { Length: >= 5 } && (name.Contains("title", StringComparison.Ordinal) || name.Contains("entry-header", StringComparison.Ordinal)) && (element.ClassList.Contains("title") || element.ClassList.Contains("entry-header")))
        {
            titles.Add(element);
        }
    }

    private static IElement? First(List<IElement> headings, List<IElement> titles) =>
        headings.Find(heading => IsTitle(heading) && !ElementWords.HasAny(ElementWords.Of(heading), "date")) ?? titles.Find(IsTitle);

    private static bool IsNamed(IElement element, string? name) =>
        element.GetAttribute("itemprop") == "headline"
        || name is not null && (name.Contains("-title", StringComparison.Ordinal) || name.Contains("p-name", StringComparison.Ordinal)) && (element.ClassList.Contains("entry-title") || element.ClassList.Contains("post-title") || element.ClassList.Contains("p-name"));

    private static bool IsTitle(IElement element) => NodeText.Of(element, 400).Length is > 1 and < 350 && DatesInText.Find(NodeText.Of(element, 60)) is not [{ At: < 12 }, ..];

    // Siblings of one kind, each with a linked heading and paragraphs of its own.
    private static List<PostPart> Repeated(ScannedPage page)
    {
        var linked = page.Marks.Where(mark => mark.Element.LocalName is "h1" or "h2" or "h3" && (mark.Zone & Zone.Elsewhere) == Zone.None && Descendants.First(mark.Element, static element => element.LocalName == "a" && element.HasAttribute("href")) is not null).Take(100).Select(mark => mark.Element).ToList();
        foreach (var level in linked.GroupBy(heading => heading.LocalName, StringComparer.Ordinal).Where(group => group.Count() >= 3))
        {
            var headings = level.ToHashSet();
            var parts = new List<PostPart>();
            foreach (var heading in level)
            {
                var container = heading;
                for (var depth = 0; depth < 12 && container.ParentElement is { } around && around.LocalName is not "body" && !headings.Any(other => other != heading && IsInside(other, around)); depth++)
                {
                    container = around;
                }

                if (container != heading && Part(container) is { Weight: >= 40 } part)
                {
                    parts.Add(part with { Heading = heading, Title = NodeText.Of(heading, 400) });
                }
            }

            if (parts.Count >= 3 && parts.Count * 2 > level.Count())
            {
                return parts;
            }
        }

        return [];
    }

    private static bool IsInside(IElement element, IElement around)
    {
        var at = (INode?)element;
        for (var depth = 0; at is not null && depth < 40; depth++, at = at.Parent)
        {
            if (at == around)
            {
                return true;
            }
        }

        return false;
    }
}
