using System.Text;
using Cuttings.Import.Feeds.Elements;

namespace Cuttings.Import.Feeds.Markup;

/// <summary>Builds elements from tags and text as they come, and hands each entry on as soon as it ends, so that a feed is never held whole.</summary>
internal sealed class TreeBuilder(string? address, Action<Element> entry, Action<Element>? opened = null)
{
    private readonly StringBuilder text = new();
    private int nodes;
    private int beyond;
    private Element? item;

    /// <summary>The first element; null before it came.</summary>
    public Element? Root { get; private set; }

    /// <summary>The element that is open, or null.</summary>
    public Element? Open { get; private set; }

    /// <summary>How many elements are open.</summary>
    public int Depth { get; private set; }

    /// <summary>True where an entry is open.</summary>
    public bool InItem => item is not null;

    /// <summary>Whether something was left out because there was too much of it, or it lay too deep.</summary>
    public bool Overfull { get; private set; }

    /// <summary>Opens an element. Returns null where it is left out; its text counts as its parent's.</summary>
    public Element? Start(string? vocabulary, string name)
    {
        if (Depth >= FeedLimits.Deepest || nodes >= FeedLimits.MostNodes)
        {
            Overfull = true;
            beyond++;
            return null;
        }

        Flush();
        nodes++;
        var lower = name.ToLowerInvariant();
        if (Open is null && Root is not null && lower is "rss" or "rdf" or "feed" && HtmlElements.Known.Contains(Root.Name))
        {
            // What a program printed before the feed, an error mostly, is no part of it.
            Root = null;
        }

        var atom = vocabulary == "" && (Root?.Key ?? lower) is "feed" or "atom:feed" && !lower.Contains("rss", StringComparison.Ordinal);
        var element = new Element(atom ? "atom:" + lower : vocabulary switch { null => "?:" + lower, "" => lower, _ => vocabulary + ":" + lower }, name, Open);
        if (Open is null)
        {
            element.Base = address;
            // A second root continues the first, as where feeds were pasted together.
            Root ??= element;
        }

        if (opened is not null)
        {
            // Whoever takes elements as they open needs no tree, only what stands above.
            nodes = 0;
        }
        else if (item is null && IsEntry(element))
        {
            item = element;
            nodes = 0;
        }
        else
        {
            Open?.Add(element);
        }

        Open = element;
        Depth++;
        return element;
    }

    public void Attribute(Element element, string key, string value)
    {
        if (++nodes >= FeedLimits.MostNodes)
        {
            Overfull = true;
            return;
        }

        element.Set(key, value);
        switch (key)
        {
            case "xml:base" or "base":
                element.Base = Addresses.Resolve(value, element.Parent?.Base ?? address) ?? element.Parent?.Base ?? address;
                break;
            case "xml:lang":
                element.Language = value.Trim();
                break;
        }
    }

    /// <summary>Adds text. Control characters from U+0080 to U+009F are the bytes of windows-1252 that somebody took for characters: what they were is put back.</summary>
    public void Text(ReadOnlySpan<char> part)
    {
        if (Open is null)
        {
            return;
        }

        for (var at = part.IndexOfAnyInRange('\u0080', '\u009F'); at >= 0; at = part.IndexOfAnyInRange('\u0080', '\u009F'))
        {
            text.Append(part[..at]).Append(Entities.Windows[part[at] - '\u0080']);
            part = part[(at + 1)..];
        }

        text.Append(part);
    }

    public void Text(char part)
    {
        if (Open is not null)
        {
            text.Append(part);
        }
    }

    /// <summary>Says that an element has all its attributes.</summary>
    public void Opened(Element element) => opened?.Invoke(element);

    /// <summary>Closes the element that is open, or the one that was left out inside it.</summary>
    public void End()
    {
        if (beyond > 0)
        {
            beyond--;
            return;
        }

        if (Open is not { } element)
        {
            return;
        }

        Flush();
        Open = element.Parent;
        Depth--;
        if (ReferenceEquals(element, item))
        {
            item = null;
            nodes = 0;
            entry(element);
        }
    }

    /// <summary>Closes everything.</summary>
    public void EndAll()
    {
        beyond = 0;
        while (Open is not null)
        {
            End();
        }
    }

    /// <summary>Forgets elements that were left out, where a tag closes one that was not.</summary>
    public void EndOmitted() => beyond = 0;

    private void Flush()
    {
        if (text.Length > 0)
        {
            if (opened is null)
            {
                Open?.Add(text.ToString());
            }

            text.Clear();
        }
    }

    private static bool IsEntry(Element element) => element.Key is "item" or "atom:entry" or "entry" or "atom:item";
}
