using System.Xml;
using Cuttings.Import.Feeds.Elements;
using Cuttings.Import.Feeds.Encodings;
using Cuttings.Import.Feeds.Markup;

namespace Cuttings.Import.Feeds.Opml;

/// <summary>Reads lists of subscriptions: OPML 1.0 and 2.0 (opml.org/spec2), whatever the case of their attributes, mended where they are not well-formed.</summary>
public static class OpmlReader
{
    /// <summary>The most feeds taken from one list.</summary>
    public const int MostFeeds = 20_000;

    /// <summary>True where the first bytes of a file are those of OPML.</summary>
    public static bool Looks(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || Signatures.Find(head) is not null)
        {
            return false;
        }

        var text = FeedText.Of(head[..Math.Min(head.Length, 16 * 1024)], null, new Damage()).AsSpan();
        var at = text.IndexOf("<opml", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at + 5 < text.Length && (char.IsWhiteSpace(text[at + 5]) || text[at + 5] is '>' or '/')
            && !text[..at].Contains("<html", StringComparison.OrdinalIgnoreCase) && !text[..at].Contains("<rss", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a list; null with one sentence where it is none.</summary>
    /// <param name="list">Its bytes, in whatever encoding.</param>
    /// <param name="contentType">The Content-Type that came with it, or null.</param>
    /// <param name="address">Where it was found, or null.</param>
    public static (Outline? List, string? Why) Read(ReadOnlyMemory<byte> list, string? contentType = null, string? address = null)
    {
        if (list.Length > FeedLimits.Largest)
        {
            return (null, $"It is longer than {FeedLimits.Largest >> 20} MB: too long for a list of subscriptions.");
        }

        var damage = new Damage();
        var text = FeedText.Of(list.Span, contentType, damage).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var feeds = new OutlineBuilder(address);
        var tree = new TreeBuilder(address, _ => { }, feeds.Outline);
        try
        {
            StrictReading.Read(text, tree);
        }
        catch (XmlException error)
        {
            damage.Add(error.LineNumber > 0 ? $"It is not well-formed XML (line {error.LineNumber})." : "It is not well-formed XML.");
            feeds = new OutlineBuilder(address);
            tree = new TreeBuilder(address, _ => { }, feeds.Outline);
            new LooseReading(text, tree, damage).Read();
        }

        if (tree.Root is not { } root || root.Key != "opml" && feeds.Feeds.Count == 0)
        {
            return (null, "It is no list of subscriptions (OPML).");
        }

        if (feeds.Unreadable > 0)
        {
            damage.Add(feeds.Unreadable == 1 ? "One outline names no address that can be read." : $"{feeds.Unreadable} outlines name no address that can be read.");
        }

        return (new([.. feeds.Feeds], damage.ToImmutable()), null);
    }
}
