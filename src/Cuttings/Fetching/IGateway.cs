namespace Cuttings.Fetching;

/// <summary>The fetch gateway: the only way out of this program. Every outbound request goes through it, whatever it is for.</summary>
public interface IGateway
{
    /// <summary>Whether servers may learn where the archive is: false behind a proxy, where no callback may be offered either.</summary>
    bool MayNameArchive { get; }

    /// <summary>
    /// Fetches one address within the gateway's limits and politeness. What comes of it, good or bad, is the answer: it throws only
    /// <see cref="OperationCanceledException"/> where <paramref name="cancel"/> was called.
    /// </summary>
    ValueTask<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel = default);
}

/// <summary>What is asked for.</summary>
/// <param name="Address">Absolute http or https; anything else is answered with <see cref="FetchOutcome.RefusedAddress"/>.</param>
public sealed record FetchRequest(string Address)
{
    /// <summary>Who wants it: robots.txt binds what is scheduled.</summary>
    public FetchPurpose Purpose { get; init; }

    /// <summary>The ETag of what is kept already, as it was sent (RFC 9110, If-None-Match).</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of what is kept already, as it was sent (If-Modified-Since).</summary>
    public string? LastModified { get; init; }

    /// <summary>What is hoped for, as an Accept header; null for the gateway's own.</summary>
    public string? Accept { get; init; }

    /// <summary>What is sent with POST, as `application/x-www-form-urlencoded` unless <see cref="ContentType"/> says otherwise; null for GET.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>The media type of <see cref="Content"/>.</summary>
    public string? ContentType { get; init; }
}

/// <summary>Who wants something fetched.</summary>
public enum FetchPurpose
{
    /// <summary>A schedule: robots.txt and crawl delays bind it.</summary>
    Scheduled,

    /// <summary>An editor, one page, by hand: robots.txt does not bind it, and that is recorded (<see cref="Fetched.AgainstRobots"/>).</summary>
    ByHand,
}
