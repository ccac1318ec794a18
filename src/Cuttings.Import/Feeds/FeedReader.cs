using Cuttings.Import.Feeds.Encodings;
using Cuttings.Import.Feeds.Json;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds;

/// <summary>
/// Reads RSS 0.90 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 (RFC 4287), CDF and JSON Feed 1.0 and 1.1, each with the modules that feeds mix in.
/// Well-formed XML is read as such; what is not is read tag by tag, and <see cref="FeedDocument.Damage"/> says what was mended.
/// </summary>
public sealed class FeedReader : IFeedReader
{
    /// <inheritdoc />
    public (FeedDocument? Feed, string? Why) Read(ReadOnlyMemory<byte> feed, string? contentType, string? address)
    {
        if (feed.Length > FeedLimits.Largest)
        {
            return (null, $"It is longer than {FeedLimits.Largest >> 20} MB: too long for a feed.");
        }

        if (feed.Span.Trim((byte)' ').IsEmpty)
        {
            return (null, "It is empty.");
        }

        if (Signatures.Find(feed.Span) is { } binary)
        {
            return (null, $"It is {binary}, not a feed.");
        }

        var damage = new Damage();
        var text = FeedText.Of(feed.Span, contentType, damage);
        var start = text.AsSpan().TrimStart(" \t\r\n\uFEFF\u200B\0");
        return start is ['{', ..] or ['[', ..] ? JsonFeed.Read(text.Length == start.Length ? text : start.ToString(), address, damage)
            : start.IsEmpty ? (null, "It is empty.")
            : XmlFeed.Read(text, address, damage);
    }
}
