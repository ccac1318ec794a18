namespace Cuttings.Subscriptions;

/// <summary>What came of looking at a subscription once.</summary>
public sealed record Visit
{
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many entries were new.</summary>
    public int NewEntries { get; init; }

    /// <summary>Whether it failed in whatever way that may pass.</summary>
    public bool Failed { get; init; }

    /// <summary>Whether it is gone for good (410) or says that it has ended (JSON Feed `expired`).</summary>
    public bool Gone { get; init; }

    /// <summary>How often the feed asks to be looked at.</summary>
    public TimeSpan? Asked { get; init; }

    /// <summary>How long the answer may be held fresh (Cache-Control, Expires).</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>Before when the server asks not to be asked again (Retry-After).</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>Hours of the day (0 to 23, GMT) in which the feed asks not to be read.</summary>
    public IReadOnlyCollection<int> SkipHours { get; init; } = [];

    /// <summary>Days of the week (GMT) in which the feed asks not to be read.</summary>
    public IReadOnlyCollection<DayOfWeek> SkipDays { get; init; } = [];

    /// <summary>Whether a hub (WebSub) tells of new entries, with a lease that has not run out.</summary>
    public bool Pushed { get; init; }
}
