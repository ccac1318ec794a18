using Cuttings.Dating;

namespace Cuttings.Sources;

/// <summary>A source as the archive watches it: the article at one address, whichever cuttings cite it.</summary>
public sealed record KeptSource
{
    /// <summary>The archive's number for it, in its address `/source/{id}`; 0 until it is kept.</summary>
    public long Id { get; init; }

    /// <summary>What makes two addresses one: see <see cref="Duplicates.CanonicalAddress"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Its address (absolute http or https), as first met.</summary>
    public required string Address { get; init; }

    /// <summary>Its title, as last read.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet that published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Its writers, as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>When it was published.</summary>
    public PostedDate? Published { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>When the archive first met it.</summary>
    public DateTimeOffset Found { get; init; }

    /// <summary>Where it stands at the desk.</summary>
    public IntakeState Intake { get; init; }

    /// <summary>The subscription that brought it, or null.</summary>
    public long? Subscription { get; init; }

    /// <summary>What was found at its address when it was last looked at.</summary>
    public SourceState State { get; init; }

    /// <summary>That state in one sentence for a reader, where there is something to say.</summary>
    public string? Why { get; init; }

    /// <summary>Where it has moved to, for good; else null.</summary>
    public string? MovedTo { get; init; }

    /// <summary>When it was last looked at; null for never.</summary>
    public DateTimeOffset? Looked { get; init; }

    /// <summary>When to look again; null for never.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>How many looks in a row have failed, or found it gone.</summary>
    public int Failures { get; init; }

    /// <summary>How many editions are kept.</summary>
    public int Editions { get; init; }

    /// <summary>The ETag that came with the last edition.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified that came with the last edition.</summary>
    public string? LastModified { get; init; }

    /// <summary>The agency or paper that its own credit names, where that is another one.</summary>
    public string? Credited { get; init; }

    /// <summary>The source that leads its story, which may be itself; null where it stands alone. Written by <see cref="Duplicates.IStoryWriter"/> only.</summary>
    public long? Story { get; init; }
}

/// <summary>Where a source stands at the desk.</summary>
public enum IntakeState
{
    /// <summary>Not in the intake: a cutting brought it.</summary>
    None,

    /// <summary>New in the intake.</summary>
    New,

    /// <summary>Looked at, and not wanted.</summary>
    Dismissed,

    /// <summary>A cutting was taken from it.</summary>
    Cut,
}

/// <summary>What was found at a source's address.</summary>
public enum SourceState
{
    /// <summary>Nobody has looked yet.</summary>
    Unknown,

    /// <summary>It is there.</summary>
    Alive,

    /// <summary>404 or 410: the server says that it is gone.</summary>
    Gone,

    /// <summary>A page that says it is not there with status 200, or the site's front page in its place (soft 404).</summary>
    SoftGone,

    /// <summary>The domain is for sale, or shows somebody else's advertisements.</summary>
    Parked,

    /// <summary>It asks for a login or payment, or forbids itself to us.</summary>
    Denied,

    /// <summary>robots.txt keeps schedules away from it.</summary>
    NotAllowed,

    /// <summary>It could not be reached, or answered with an error; perhaps for now only.</summary>
    Unreachable,
}

/// <summary>What a look at a source came to.</summary>
/// <param name="Source">Which source.</param>
/// <param name="At">When (UTC).</param>
/// <param name="State">What was found.</param>
/// <param name="Status">The HTTP status; 0 where there was none.</param>
/// <param name="Edition">The number of the edition that was new with it, or null.</param>
/// <param name="Why">One sentence, where there is something to say: that robots.txt was passed over by hand, that it moved.</param>
public sealed record Look(long Source, DateTimeOffset At, SourceState State, int Status, int? Edition, string? Why);
