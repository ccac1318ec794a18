using System.Collections.Immutable;

namespace Cuttings.Fetching;

/// <summary>What came of a fetch.</summary>
public enum FetchOutcome
{
    /// <summary>A 2xx answer with its whole body.</summary>
    Fetched,

    /// <summary>304: what is kept is still so.</summary>
    NotModified,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>410.</summary>
    Gone,

    /// <summary>401, 402, 403, 407, 451.</summary>
    Denied,

    /// <summary>429, or 503 with Retry-After; <see cref="Fetched.RetryAfter"/> says until when. Also where the host asked for that before and the time is not over: then nothing was sent.</summary>
    Later,

    /// <summary>Another 4xx or 5xx.</summary>
    ErrorStatus,

    /// <summary>robots.txt forbids it to what is scheduled.</summary>
    RefusedByRobots,

    /// <summary>The address, or what it resolves or redirects to, is none that is ever asked: not http(s), private, loopback, link-local and the like.</summary>
    RefusedAddress,

    /// <summary>The answer, as sent or decompressed, its headers or its redirects go beyond the limits.</summary>
    TooLarge,

    /// <summary>It took too long, or dripped.</summary>
    TimedOut,

    /// <summary>No such name, no connection, a connection cut off, TLS that failed.</summary>
    Unreachable,

    /// <summary>What came is no HTTP, or not what it says: a false length, a false encoding.</summary>
    BadAnswer,
}

/// <summary>One exchange with a server, whole.</summary>
public sealed record Fetched
{
    /// <summary>What came of it.</summary>
    public required FetchOutcome Outcome { get; init; }

    /// <summary>The address that was asked for.</summary>
    public required string Asked { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required string Address { get; init; }

    /// <summary>One sentence for a reader where it is not <see cref="FetchOutcome.Fetched"/> or <see cref="FetchOutcome.NotModified"/>: `example.org answered 500.`</summary>
    public string? Why { get; init; }

    /// <summary>The HTTP status; 0 where there was none.</summary>
    public int Status { get; init; }

    /// <summary>When the request was sent (UTC).</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The addresses that led on, each with its status, in order; empty where the address itself answered.</summary>
    public ImmutableArray<Redirect> Redirects { get; init; } = [];

    /// <summary>The request's head as sent on the last hop, CRLF, with its blank line: for a WARC request record.</summary>
    public ReadOnlyMemory<byte> RequestHead { get; init; }

    /// <summary>The answer's head as received, CRLF, with its blank line: for a WARC response record. Transfer encodings are undone and not named in it.</summary>
    public ReadOnlyMemory<byte> ResponseHead { get; init; }

    /// <summary>The body as received, transfer encodings undone, content encodings not.</summary>
    public ReadOnlyMemory<byte> Received { get; init; }

    /// <summary>The body with content encodings undone.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The Content-Type, as sent.</summary>
    public string? ContentType { get; init; }

    /// <summary>The ETag, as sent.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified, as sent.</summary>
    public string? LastModified { get; init; }

    /// <summary>The Link header, as sent, several joined by a comma.</summary>
    public string? Link { get; init; }

    /// <summary>How long the answer may be held fresh (Cache-Control max-age, Expires); null where it does not say.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>Before when not to ask again, from Retry-After or a host's back-off.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>True where an editor asked by hand for what robots.txt keeps from schedules.</summary>
    public bool AgainstRobots { get; init; }

    /// <summary>The IP address that answered, for the WARC record; null behind a proxy.</summary>
    public string? ServerAddress { get; init; }
}

/// <summary>One step of a redirection.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Status">301, 302, 303, 307 or 308.</param>
public sealed record Redirect(string Address, int Status)
{
    /// <summary>Whether it says that the address has moved for good.</summary>
    public bool IsPermanent => Status is 301 or 308;
}
