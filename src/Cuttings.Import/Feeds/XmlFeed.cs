using System.Xml;
using Cuttings.Import.Feeds.Discovery;
using Cuttings.Import.Feeds.Elements;
using Cuttings.Import.Feeds.Markup;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds;

/// <summary>A feed in XML, or in something like it.</summary>
internal sealed class XmlFeed
{
    private readonly List<FeedItem> items = [];
    private readonly TreeBuilder tree;
    private string? fallback;
    private bool tooMany;

    private XmlFeed(string? address) => tree = new(address, Add);

    public static (FeedDocument? Feed, string? Why) Read(string text, string? address, Damage damage)
    {
        var plain = Trimmed(text, damage);
        if (Strict(plain, address, damage) is { } strict)
        {
            return strict.Finish(plain, address, damage);
        }

        var loose = new XmlFeed(address);
        new LooseReading(plain, loose.tree, damage).Read();
        return loose.Finish(plain, address, damage);
    }

    private static XmlFeed? Strict(string text, string? address, Damage damage)
    {
        var feed = new XmlFeed(address);
        try
        {
            StrictReading.Read(text, feed.tree);
            return feed;
        }
        catch (XmlException error)
        {
            damage.Add(error.LineNumber > 0 ? $"It is not well-formed XML (line {error.LineNumber})." : "It is not well-formed XML.");
            return null;
        }
    }

    // What stands before the declaration or the first element is no part of a feed.
    private static string Trimmed(string text, Damage damage)
    {
        var start = text.IndexOf('<', StringComparison.Ordinal);
        while (start >= 0 && start + 1 < text.Length && !(char.IsLetter(text[start + 1]) || text[start + 1] is '?' or '!'))
        {
            start = text.IndexOf('<', start + 1);
        }

        if (start > 0 && !text.AsSpan(0, start).Trim(" \t\r\n\uFEFF\u200B\0").IsEmpty)
        {
            damage.Add("Something stands before its first tag.");
        }

        var plain = start <= 0 ? text : text[start..];
        // What XML 1.1 has beyond 1.0 no feed needs, and the reader of XML knows 1.0 only.
        return plain.StartsWith("<?xml version", StringComparison.Ordinal) && plain.IndexOf("1.1", 0, Math.Min(plain.Length, 24), StringComparison.Ordinal) is > 0 and var version ? plain[..version] + "1.0" + plain[(version + 3)..] : plain;
    }

    private void Add(Element item)
    {
        if (items.Count >= FeedLimits.MostItems)
        {
            tooMany = true;
            return;
        }

        if (item.Base is null && tree.Root is { } root)
        {
            fallback ??= Site(root);
            item.Base = fallback;
        }

        if (ItemReader.Read(item) is { } read)
        {
            items.Add(read);
        }
    }

    private static string? Site(Element root)
    {
        var channel = ChannelReader.Channel(root);
        return Links.Page(channel) ?? Links.First(channel, "self") ?? Addresses.Resolve(channel["href"], null);
    }

    private (FeedDocument? Feed, string? Why) Finish(string text, string? address, Damage damage)
    {
        if (tree.Root is not { } root || Form(root) is not { } form)
        {
            return (null, NotAFeed.Why(text, tree.Root, address));
        }

        root.Base ??= fallback ?? Site(root);
        if (tooMany)
        {
            damage.Add($"It has more than {FeedLimits.MostItems:N0} entries: the others were left out.");
        }

        if (tree.Overfull)
        {
            damage.Add("It has more elements, or deeper ones, than are read: some were left out.");
        }

        return (ChannelReader.Read(root, form) with { Items = [.. items], Damage = damage.ToImmutable() }, null);
    }

    private string? Form(Element root) => root.Key switch
    {
        "rss" => Version(root) is { } version ? "RSS " + version : "RSS",
        "rdf:rdf" or "rdf" => (root["xmlns"] ?? (root.Children is [var first, ..] ? first["xmlns"] : null) ?? "").Contains("rdf/simple/0.9", StringComparison.OrdinalIgnoreCase) ? "RSS 0.90" : "RSS 1.0",
        "atom:feed" or "atom:entry" => "Atom " + (root["version"] == "0.3" || (root["xmlns"] ?? "").Contains("purl.org/atom", StringComparison.OrdinalIgnoreCase) ? "0.3" : "1.0"),
        "channel" => root["href"] is not null || root.Name == "CHANNEL" ? "CDF" : "RSS",
        "item" or "items" or "entry" => "RSS",
        "opml" or "html" or "xhtml:html" => null,
        _ => ChannelReader.Channel(root) is { } channel && !ReferenceEquals(channel, root) ? channel.Key == "atom:feed" ? "Atom 1.0" : "RSS" : items.Count > 0 ? "RSS" : null,
    };

    private static string? Version(Element root) => Readable.Squeezed(root["version"]) is { Length: <= 20 } version ? version : null;
}
