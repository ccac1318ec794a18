namespace Cuttings.Collecting;

/// <summary>What collecting has just done; told only after it has been committed.</summary>
/// <param name="Kind">What kind of event.</param>
/// <param name="Address">The feed or the source.</param>
/// <param name="Text">One line for a reader: `3 new entries`, `edition 2: the headline and 14 words changed`, `example.org answered 500.`</param>
public sealed record CollectEvent(CollectEventKind Kind, string Address, string Text)
{
    /// <summary>The source's number, where it is about one.</summary>
    public long? Source { get; init; }

    /// <summary>The number of the edition that was kept, where one was.</summary>
    public int? Edition { get; init; }

    /// <summary>How many entries were new, where it is about a feed.</summary>
    public int Entries { get; init; }
}

/// <summary>Kinds of events.</summary>
public enum CollectEventKind
{
    /// <summary>A feed was read; perhaps nothing was new.</summary>
    Read,

    /// <summary>A feed could not be read.</summary>
    FeedFailed,

    /// <summary>A first edition, or a changed one, was kept.</summary>
    Kept,

    /// <summary>A source was looked at and is as it was.</summary>
    Unchanged,

    /// <summary>A source is gone, moved, parked or out of reach.</summary>
    SourceFailed,
}

/// <summary>What a round of collecting came to.</summary>
public sealed record CollectReport
{
    /// <summary>Feeds looked at.</summary>
    public int Feeds { get; init; }

    /// <summary>Feeds that could not be read.</summary>
    public int FailedFeeds { get; init; }

    /// <summary>Entries that were new.</summary>
    public int Entries { get; init; }

    /// <summary>Sources looked at.</summary>
    public int Sources { get; init; }

    /// <summary>First editions kept.</summary>
    public int First { get; init; }

    /// <summary>Changed editions kept.</summary>
    public int Changed { get; init; }

    /// <summary>Sources found gone, parked, denied or out of reach.</summary>
    public int FailedSources { get; init; }
}
