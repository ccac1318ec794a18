using System.Globalization;
using Cuttings.Fetching;
using Cuttings.Subscriptions;

namespace Cuttings.Collecting;

/// <summary>What a subscription's schedule remembers, between its row and <see cref="Schedule"/>.</summary>
internal static class SubscriptionPace
{
    /// <summary>What is remembered after a look.</summary>
    public static Visits After(Subscription asked, FeedDocument? feed, Fetched fetched, int fresh, bool failed, DateTimeOffset now) => Schedule.After(
        asked.Address,
        Schedule.Righted(Remembered(asked), now),
        new()
        {
            At = now,
            NewEntries = fresh,
            Failed = failed,
            Gone = fetched.Outcome == FetchOutcome.Gone || feed is { Expired: true },
            Asked = feed?.AskedInterval,
            FreshFor = fetched.FreshFor,
            RetryAfter = fetched.RetryAfter,
            SkipHours = feed?.SkipHours ?? [],
            SkipDays = feed?.SkipDays ?? [],
            Pushed = asked.HubUntil > now,
        });

    /// <summary>As it is kept: the average time between two entries, in seconds.</summary>
    public static string? Text(Visits visits) => visits.Between?.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);

    // The time it comes due again was moved on when it was claimed.
    private static Visits Remembered(Subscription asked) => new()
    {
        Last = asked.Looked,
        LastNew = asked.LastNew,
        Failures = asked.Failures,
        Between = double.TryParse(asked.Pace, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e10 ? TimeSpan.FromSeconds(seconds) : null,
    };
}
