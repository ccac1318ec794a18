using System.Collections.Immutable;
using Cuttings.Articles;
using Cuttings.Import.Feeds.Elements;
using Cuttings.Import.Feeds.Encodings;

namespace Cuttings.Import.Feeds.Discovery;

/// <summary>The feeds that a page names (RSS autodiscovery, WHATWG HTML 4.6.7.1), those that it links to, and those that its program is known to have. One pass over the tags.</summary>
public static class FeedDiscovery
{
    /// <summary>The most feeds told of.</summary>
    public const int Most = 50;

    /// <summary>Finds feeds, the most fitting first: named ones in the page's order with feeds of comments last, then links that look like feeds, then guesses, marked so.</summary>
    /// <param name="page">The page, in whatever encoding.</param>
    /// <param name="contentType">The Content-Type that came with it, or null.</param>
    /// <param name="address">Where it was found, or null.</param>
    public static ImmutableArray<NamedFeed> Find(ReadOnlySpan<byte> page, string? contentType, string? address) => Find(FeedText.Of(page, contentType, new Damage()), address);

    /// <summary>Finds feeds in a page's text.</summary>
    public static ImmutableArray<NamedFeed> Find(string html, string? address)
    {
        ArgumentNullException.ThrowIfNull(html);
        var page = FeedLinks.Read(html, address);
        IEnumerable<NamedFeed> found = page.Named.Concat(page.Linked).OrderBy(Rank);
        if (page.Named.Count == 0)
        {
            found = found.Concat(Conventions.Of(page, address));
        }

        return [.. found.DistinctBy(feed => Plain(feed.Address), StringComparer.Ordinal).Take(Most)];
    }

    // Stable: the page's order within a rank.
    private static int Rank(NamedFeed feed)
    {
        var comments = feed.Address.Contains("comment", StringComparison.OrdinalIgnoreCase) || feed.Title?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true
            || feed.Title?.Contains("댓글", StringComparison.Ordinal) == true || feed.Title?.Contains("评论", StringComparison.Ordinal) == true;
        return comments ? 1 : 0;
    }

    private static string Plain(string address)
    {
        var plain = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? address[8..] : address[7..];
        return plain.TrimEnd('/').ToLowerInvariant();
    }
}
