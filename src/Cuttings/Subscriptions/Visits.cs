namespace Cuttings.Subscriptions;

/// <summary>What is remembered of looking at a subscription, as far as its schedule needs it. Small enough for a row.</summary>
public sealed record Visits
{
    /// <summary>When it was last looked at (UTC); null for never.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>When it is next due (UTC); null for at once.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>When it last had something new (UTC); null where that is not known.</summary>
    public DateTimeOffset? LastNew { get; init; }

    /// <summary>The exponential moving average of the time between two entries; null until two were seen.</summary>
    public TimeSpan? Between { get; init; }

    /// <summary>How many times in a row it failed.</summary>
    public int Failures { get; init; }

    /// <summary>Whether it has ended: it answered 410, or said that it is complete.</summary>
    public bool Ended { get; init; }
}
