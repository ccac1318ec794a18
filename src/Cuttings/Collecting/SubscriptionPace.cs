using Cuttings.Fetching;
using Cuttings.Subscriptions;

namespace Cuttings.Collecting;

internal readonly record struct SubscriptionPace(DateTimeOffset Next, string? State)
{
    public static SubscriptionPace After(Subscription asked, FeedDocument? feed, Fetched fetched, int fresh, bool failed, DateTimeOffset now) =>
        new(now + TimeSpan.FromMinutes(30), null);
}
