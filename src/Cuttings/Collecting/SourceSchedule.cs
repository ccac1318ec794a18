using Cuttings.Sources;

namespace Cuttings.Collecting;

/// <summary>When to look at a source again. One that has stood unchanged for long is asked seldom; one that fails is asked again soon, then seldom; none is given up for good, since sites come back.</summary>
public static class SourceSchedule
{
    /// <summary>No look is planned further ahead than this: what is, was planned by a clock that was wrong.</summary>
    public static TimeSpan Farthest { get; } = TimeSpan.FromDays(200);

    private static readonly TimeSpan Soonest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(60);
    private static readonly TimeSpan[] AfterTrouble = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(3), TimeSpan.FromDays(7), TimeSpan.FromDays(30)];
    private static readonly TimeSpan[] AfterGone = [TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30), TimeSpan.FromDays(180)];

    /// <summary>The next look: half as long from now as the text has stood unchanged, within a day and sixty days; after trouble by steps. Spread by up to a tenth, by the address, so that not all come due at once.</summary>
    /// <param name="key">The source's key.</param>
    /// <param name="state">What was found.</param>
    /// <param name="failures">How many looks in a row, this one included, found it gone or out of reach.</param>
    /// <param name="unchangedSince">When its last edition was captured, or it was first met.</param>
    /// <param name="now">Now.</param>
    /// <param name="notBefore">Before when its host asked not to be asked.</param>
    public static DateTimeOffset Next(string key, SourceState state, int failures, DateTimeOffset unchangedSince, DateTimeOffset now, DateTimeOffset? notBefore)
    {
        var wait = state switch
        {
            SourceState.Alive or SourceState.Unknown => Between((now - unchangedSince) / 2),
            SourceState.Unreachable => Step(AfterTrouble, failures),
            SourceState.Denied or SourceState.NotAllowed => TimeSpan.FromDays(30),
            _ => Step(AfterGone, failures),
        };
        var next = now + wait + (wait * (Spread(key) / 10));
        // A host that asks for years would never be asked again.
        return notBefore is { } asked && asked > next ? (asked < now + Latest ? asked : now + Latest) : next;
    }

    private static TimeSpan Between(TimeSpan wait) => wait < Soonest ? Soonest : wait > Latest ? Latest : wait;

    private static TimeSpan Step(TimeSpan[] steps, int failures) => steps[Math.Clamp(failures - 1, 0, steps.Length - 1)];

    private static double Spread(string key)
    {
        var hash = 2166136261u;
        foreach (var sign in key)
        {
            hash = (hash ^ sign) * 16777619;
        }

        return hash % 1000 / 1000.0;
    }
}
