using Cuttings.Dating;
using Cuttings.Excerpts;

namespace Cuttings.Sources;

/// <summary>One edition of a source: its readable text as it was when it was captured. The next one is kept only where that text has changed.</summary>
public sealed record KeptEdition
{
    /// <summary>The source.</summary>
    public required long Source { get; init; }

    /// <summary>Counts from 1 for each source; 0 until it is kept.</summary>
    public int Number { get; init; }

    /// <summary>When it was captured (UTC).</summary>
    public required DateTimeOffset Captured { get; init; }

    /// <summary>Its headline then.</summary>
    public string? Title { get; init; }

    /// <summary>Its writers then.</summary>
    public string? Byline { get; init; }

    /// <summary>The publication date that it gave then.</summary>
    public PostedDate? Published { get; init; }

    /// <summary>Its text.</summary>
    public required Excerpt Text { get; init; }

    /// <summary>Whether the text is known to end before the article does.</summary>
    public bool Truncated { get; init; }

    /// <summary>The snapshot that it was read from; null where only the text came in.</summary>
    public long? Snapshot { get; init; }

    /// <summary>The SHA-256, in lower-case hex, of headline and plain text, words parted by one space: equal where a reader would see no change.</summary>
    public string TextDigest => Importing.Identity.TextDigest(Title, Text);
}

/// <summary>The bytes that an edition was read from, as they came over the wire, kept as records of a web archive (WARC 1.1).</summary>
public sealed record Snapshot
{
    /// <summary>The archive's number for it; 0 until it is kept.</summary>
    public long Id { get; init; }

    /// <summary>The address that answered.</summary>
    public required string Address { get; init; }

    /// <summary>When the request was sent (UTC, by this machine's clock).</summary>
    public required DateTimeOffset Captured { get; init; }

    /// <summary>The digest of the body, content encodings undone: `sha-256:` and lower-case hex.</summary>
    public required string Digest { get; init; }

    /// <summary>The Content-Type, as sent.</summary>
    public string? MediaType { get; init; }

    /// <summary>The body's length in bytes, content encodings undone.</summary>
    public long Length { get; init; }

    /// <summary>Whether an editor asked by hand for what robots.txt keeps from schedules.</summary>
    public bool AgainstRobots { get; init; }

    /// <summary>A time-stamp token over the digest (RFC 3161, DER), where a server was asked for one.</summary>
    public ReadOnlyMemory<byte>? Timestamp { get; init; }
}
