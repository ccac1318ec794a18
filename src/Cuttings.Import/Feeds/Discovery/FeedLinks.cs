using Cuttings.Articles;
using Cuttings.Import.Feeds.Elements;

namespace Cuttings.Import.Feeds.Discovery;

/// <summary>What a page says about feeds.</summary>
internal sealed class FeedLinks
{
    private const int MostTags = 200_000;

    public List<NamedFeed> Named { get; } = [];

    public List<NamedFeed> Linked { get; } = [];

    /// <summary>The program that made the page (meta generator), in small letters.</summary>
    public string Generator { get; private set; } = "";

    /// <summary>The number of the YouTube channel that the page is of, or null.</summary>
    public string? Channel { get; private set; }

    /// <summary>Whether the page's addresses are those of WordPress.</summary>
    public bool HasWordPress { get; private set; }

    public static FeedLinks Read(string html, string? address)
    {
        var links = new FeedLinks();
        var from = address;
        var tags = 0;
        foreach (var tag in HtmlTags.Of(html))
        {
            if (++tags > MostTags)
            {
                break;
            }

            switch (tag.Name)
            {
                case "base":
                    from = Addresses.Resolve(tag["href"], address) ?? from;
                    break;
                case "link":
                    links.Link(tag, from);
                    break;
                case "meta":
                    links.Meta(tag);
                    break;
                case "a" when links.Linked.Count < FeedDiscovery.Most && LooksLikeFeed(tag["href"]) && Addresses.Resolve(tag["href"], from) is { } target:
                    links.Linked.Add(new(target, Readable.Squeezed(tag["title"])));
                    break;
            }
        }

        return links;
    }

    private void Link(HtmlTag tag, string? address)
    {
        var relations = (tag["rel"] ?? "").ToLowerInvariant().Split(' ', '\t', '\n', '\r');
        var type = (tag["type"] ?? "").Trim().ToLowerInvariant();
        type = type.Split(';')[0].Trim();
        HasWordPress |= relations.Contains("https://api.w.org/") || tag["href"]?.Contains("/wp-content/", StringComparison.Ordinal) == true;
        var isFeed = type is "application/rss+xml" or "application/atom+xml" or "application/feed+json" or "application/rdf+xml" or "text/rss+xml" or "text/atom+xml" or "application/x-rss+xml" or "application/rss"
            || type is "application/xml" or "text/xml" or "application/json" && LooksLikeFeed(tag["href"]);
        if (relations.Contains("alternate") && !relations.Contains("stylesheet") && isFeed || relations.Contains("feed") && type is "" or "text/html" && relations.Contains("feed"))
        {
            // WordPress names its posts' JSON with the type of a feed.
            if (Named.Count < FeedDiscovery.Most && Addresses.Resolve(tag["href"], address) is { } feed && !feed.Contains("/wp-json/", StringComparison.Ordinal) && !feed.Contains("oembed", StringComparison.OrdinalIgnoreCase))
            {
                Named.Add(new(feed, Readable.Squeezed(tag["title"])));
            }
        }
    }

    private void Meta(HtmlTag tag)
    {
        if (tag["name"]?.Equals("generator", StringComparison.OrdinalIgnoreCase) == true)
        {
            Generator = (tag["content"] ?? "").ToLowerInvariant();
        }
        else if (tag["itemprop"] is "channelId" or "identifier" && tag["content"] is { Length: 24 } channel && channel.StartsWith("UC", StringComparison.Ordinal) && channel.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_'))
        {
            Channel = channel;
        }
    }

    private static bool LooksLikeFeed(string? address)
    {
        if (address is null || address.Length > 2000 || address.StartsWith('#') || address.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (address.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var (path, query) = address.Split('#')[0].Split('?', 2) is [var before, var behind] ? (before, behind) : (address.Split('#')[0], "");
        path = path.TrimEnd('/').ToLowerInvariant();
        var last = path[(path.LastIndexOf('/') + 1)..];
        return last is "feed" or "rss" or "atom" or "rss2" or "rdf" or "feed.json" or "feed.xml" or "rss.xml" or "atom.xml" or "index.xml" or "index.rdf" or "feeds" or "rss.php" or "feed.php"
            || last.EndsWith(".rss", StringComparison.Ordinal) || last.EndsWith(".rdf", StringComparison.Ordinal) || last.EndsWith(".atom", StringComparison.Ordinal)
            || query.Contains("feed=rss", StringComparison.OrdinalIgnoreCase) || query.Contains("feed=atom", StringComparison.OrdinalIgnoreCase) || query.Contains("format=rss", StringComparison.OrdinalIgnoreCase) || query.Contains("format=feed", StringComparison.OrdinalIgnoreCase);
    }
}
