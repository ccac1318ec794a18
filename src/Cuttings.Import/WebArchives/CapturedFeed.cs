using Cuttings.Import.Feeds;
using Cuttings.Subscriptions;

namespace Cuttings.Import.WebArchives;

/// <summary>Tells captured feeds from pages and from everything else, and reads them.</summary>
internal static class CapturedFeed
{
    /// <summary>Whether an answer may be a feed: by its media type, and where that is one of many uses by its first bytes, unless they are encoded.</summary>
    /// <param name="contentType">As sent.</param>
    /// <param name="head">Its first bytes, as sent.</param>
    /// <param name="isEncoded">Whether they stand in an encoding, so that only its type can tell.</param>
    public static bool MayBe(string? contentType, ReadOnlySpan<byte> head, bool isEncoded)
    {
        var type = (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return type is "application/rss+xml" or "application/atom+xml" or "application/feed+json" or "application/rss" or "application/atom" or "text/rss" or "application/x-rss+xml"
            || type is "text/xml" or "application/xml" or "application/rdf+xml" or "application/json" or "text/json" && (isEncoded || FeedFile.Looks(head));
    }

    /// <summary>The feed; null where it is none after all.</summary>
    public static FeedDocument? Read(CapturedPage page) =>
        FeedFile.Looks(page.Content.Span) ? new FeedReader().Read(page.Content, page.ContentType, page.Address).Feed : null;
}
