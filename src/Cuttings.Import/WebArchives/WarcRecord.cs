namespace Cuttings.Import.WebArchives;

/// <summary>The kinds of record (WARC 1.1, 6).</summary>
public enum WarcType
{
    /// <summary>One that the standard does not know, or that names none.</summary>
    Other,

    /// <summary>What is said of the records that follow.</summary>
    WarcInfo,

    /// <summary>A whole answer of a server.</summary>
    Response,

    /// <summary>Something captured by itself, without an answer's head.</summary>
    Resource,

    /// <summary>What a server was asked.</summary>
    Request,

    /// <summary>What is said of another record.</summary>
    Metadata,

    /// <summary>An answer that was captured before, and is not kept again.</summary>
    Revisit,

    /// <summary>Another record's content in another form.</summary>
    Conversion,

    /// <summary>The next part of a record that was split.</summary>
    Continuation,
}

/// <summary>One record of a WARC or ARC file. An ARC record is shown with the names that WARC has for the same things.</summary>
public sealed class WarcRecord
{
    private readonly BlockStream block;
    private readonly DigestCheck check;

    internal WarcRecord(RecordHead head, long offset, long? within, BlockStream block, DigestCheck check)
    {
        (Head, Version, Headers, this.block, this.check) = (head.Bytes, head.Version, head.Headers, block, check);
        (Offset, Within, IsCompressed) = (offset, within ?? 0, within is not null);
        ContentLength = head.Length;
        Type = TypeOf(Headers["WARC-Type"]);
        TargetUri = Address(Headers["WARC-Target-URI"]);
    }

    /// <summary>The format and version that it begins with, `WARC/1.1`; `ARC` for an ARC record.</summary>
    public string Version { get; }

    /// <summary>Its head as it stands in the file, up to its block.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>The head's fields.</summary>
    public MessageHeaders Headers { get; }

    /// <summary>Where in the file it begins, in bytes; of a compressed record, where the gzip member that holds it begins.</summary>
    public long Offset { get; }

    /// <summary>How many bytes that member holds before it: 0 where each record has its own.</summary>
    public long Within { get; }

    /// <summary>Whether it lies in a gzip member.</summary>
    public bool IsCompressed { get; }

    /// <summary>How many bytes of the file it takes, known when the next item has been asked for; null where it shares a gzip member.</summary>
    public long? StoredLength { get; internal set; }

    /// <summary>Its kind.</summary>
    public WarcType Type { get; }

    /// <summary>Its name, a URI, without the pointed brackets.</summary>
    public string? Id => Bare(Headers["WARC-Record-ID"]);

    /// <summary>When it was captured, UTC.</summary>
    public DateTimeOffset? Date => WarcDate.Parse(Headers["WARC-Date"]);

    /// <summary>What was captured: as written, but without pointed brackets, and with `%20` for a space.</summary>
    public string? TargetUri { get; }

    /// <summary>The media type of its block.</summary>
    public string? ContentType => Headers["Content-Type"];

    /// <summary>The block's length as its head states it, in bytes; null where it states none.</summary>
    public long? ContentLength { get; }

    /// <summary>Whether its block is an HTTP message.</summary>
    public bool IsHttp => ContentType is { } type && type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its block. Damage ends it early and is told after it; it throws only what the file's own stream throws.</summary>
    public Stream Block => block;

    /// <summary>How many bytes of the block have been read.</summary>
    public long BlockLength => block.Given;

    /// <summary>Whether the block ended before it should; known when it has been read.</summary>
    public bool IsCutShort => block.IsOver && block.Given < (ContentLength ?? 0);

    /// <summary>What WARC-Block-Digest says of the block; known when the next item has been asked for.</summary>
    public DigestVerdict BlockDigest => check.BlockVerdict;

    /// <summary>What WARC-Payload-Digest says of the payload; known when the next item has been asked for.</summary>
    public DigestVerdict PayloadDigest => check.PayloadVerdict;

    /// <summary>The blank lines between it and the next one, once they have been read.</summary>
    internal ReadOnlyMemory<byte> Trailer => block.Trailer;

    /// <summary>Reads what is left of the block, and the blank lines behind it.</summary>
    internal ValueTask EndAsync(CancellationToken cancel) => block.EndAsync(cancel);

    internal static string? Bare(string? uri) => uri is ['<', .., '>'] ? uri[1..^1].Trim() : uri;

    private static string? Address(string? uri) => Bare(uri)?.Replace(" ", "%20", StringComparison.Ordinal);

    private static WarcType TypeOf(string? name) => name?.ToLowerInvariant() switch
    {
        "warcinfo" => WarcType.WarcInfo,
        "response" => WarcType.Response,
        "resource" => WarcType.Resource,
        "request" => WarcType.Request,
        "metadata" => WarcType.Metadata,
        "revisit" => WarcType.Revisit,
        "conversion" => WarcType.Conversion,
        "continuation" => WarcType.Continuation,
        _ => WarcType.Other,
    };
}
