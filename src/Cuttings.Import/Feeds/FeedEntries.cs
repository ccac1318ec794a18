using Cuttings.Articles;
using Cuttings.Importing;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds;

/// <summary>The entries of a feed as an import takes them, whether it lay in a file or was fetched: drafts, failures named, and what was wrong with it.</summary>
internal static class FeedEntries
{
    /// <summary>Reads them. Where it is no feed, or has no entry, one failure says why.</summary>
    /// <param name="bytes">The feed.</param>
    /// <param name="name">How reports name it.</param>
    /// <param name="contentType">The Content-Type that came with it, or null.</param>
    /// <param name="address">Where it was found, or null for a file.</param>
    /// <param name="captured">When it was fetched, or null for a file.</param>
    public static IEnumerable<ReadItem> Read(ReadOnlyMemory<byte> bytes, string name, string? contentType = null, string? address = null, DateTimeOffset? captured = null)
    {
        var (feed, why) = new FeedReader().Read(bytes, contentType, address);
        if (feed is null)
        {
            return [new(null, new(name, why ?? "It is no feed."))];
        }

        if (feed.Items.IsEmpty)
        {
            return [new(null, new(name, feed.Damage.IsEmpty ? "It is a feed without entries." : $"It is a feed without entries. {string.Join(' ', feed.Damage)}"))];
        }

        var entries = feed.Items.Select((item, n) => Entry(feed, item, $"{name} entry {n + 1}", captured));
        return feed.Damage.IsEmpty ? entries : entries.Append(new(null, new(name, "It was damaged; what could be read was read. " + string.Join(' ', feed.Damage))));
    }

    /// <summary>What an import takes of an entry and the article that it is.</summary>
    public static Incoming Of(Article article, FeedItem item, string name, DateTimeOffset? captured)
    {
        var incoming = ArticleCutting.Of(article, name, "feed", captured);
        return incoming with
        {
            Cutting = incoming.Cutting with { Extra = FeedExtra.AddTo(incoming.Cutting.Extra, item) },
            Missing = item.Title is null ? [.. incoming.Missing.Prepend("headline")] : incoming.Missing,
        };
    }

    private static ReadItem Entry(FeedDocument feed, FeedItem item, string name, DateTimeOffset? captured) => FeedArticles.Of(feed, item) is { } article
        ? new(Of(article, item, name, captured), null)
        : new(null, new(name, "It says nothing that it could be called by."));
}
