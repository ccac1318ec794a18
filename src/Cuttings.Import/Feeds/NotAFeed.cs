using Cuttings.Import.Feeds.Discovery;
using Cuttings.Import.Feeds.Markup;

namespace Cuttings.Import.Feeds;

/// <summary>Says in one sentence what something is that is no feed; of a page, which feeds it names.</summary>
internal static class NotAFeed
{
    public static string Why(string text, Element? root, string? address)
    {
        if (root?.Key is "html" or "xhtml:html" || root?.Key is not ("opml" or "urlset" or "sitemapindex") && IsPage(text.AsSpan(0, Math.Min(text.Length, 4096))))
        {
            return Page(FeedDiscovery.Find(text, address).Where(feed => !feed.Guessed).Select(feed => feed.Address).Take(3).ToList());
        }

        return root?.Key switch
        {
            "opml" => "It is a list of subscriptions (OPML), not a feed.",
            "urlset" or "sitemapindex" => "It is a sitemap, not a feed.",
            "svg" => "It is an SVG picture, not a feed.",
            // What RSS had for a feed that has moved.
            "redirect" when Addresses.Resolve(root.First("newlocation")?.Text(), address) is { } moved => $"It is no feed, but says that the feed is at {Quoted.Shortly(moved)} now.",
            "error" => "It is an error message in XML, not a feed.",
            not null => $"It is a document whose first element is {Quoted.Shortly(root.Name)}, not a feed.",
            _ => "It is text without any tags of a feed.",
        };
    }

    private static bool IsPage(ReadOnlySpan<char> head) =>
        head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase);

    private static string Page(List<string> feeds) => feeds.Count switch
    {
        0 => "It is a web page, not a feed.",
        1 => $"It is a web page, not a feed; the feed that it names is {Quoted.Shortly(feeds[0])}.",
        _ => $"It is a web page, not a feed; the feeds that it names are {string.Join(" and ", feeds.Select(Quoted.Shortly))}.",
    };
}
