using Cuttings.Archiving;
using Cuttings.Articles;
using Cuttings.Fetching;
using Cuttings.Subscriptions;

namespace Cuttings.Collecting;

/// <summary>Looks at one subscription: fetches its feed, puts entries not met before into the intake, and says why where it cannot.</summary>
public sealed class FeedLooking(IArchive archive, IGateway gateway, IFeedReader feeds, IPageReader pages, TimeProvider clock)
{
    private const string Accepted = "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    /// <summary>Looks once. What is told has been committed.</summary>
    public async Task<CollectEvent> LookAsync(Subscription subscription, FetchPurpose purpose = FetchPurpose.Scheduled, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return await TakeAsync(subscription, await FetchAsync(subscription, purpose, cancel), cancel);
    }

    /// <summary>Fetches the feed, where it has changed.</summary>
    internal ValueTask<Fetched> FetchAsync(Subscription subscription, FetchPurpose purpose, CancellationToken cancel) =>
        gateway.FetchAsync(new(subscription.Address) { Purpose = purpose, ETag = subscription.ETag, LastModified = subscription.LastModified, Accept = Accepted }, cancel);

    /// <summary>Reads what was fetched and keeps what is new.</summary>
    internal async Task<CollectEvent> TakeAsync(Subscription subscription, Fetched fetched, CancellationToken cancel)
    {
        if (fetched.Outcome == FetchOutcome.Later && fetched.Status == 0)
        {
            return await PutOffAsync(subscription, fetched, cancel);
        }

        var (feed, why) = fetched.Outcome switch
        {
            FetchOutcome.Fetched => Read(fetched),
            FetchOutcome.NotModified => (null, null),
            _ => (null, fetched.Why ?? "It could not be fetched."),
        };
        return await WriteAsync(subscription, fetched, feed, why, cancel);
    }

    // Nothing was asked, since another address of the host is in trouble: that says nothing about this feed.
    private async Task<CollectEvent> PutOffAsync(Subscription subscription, Fetched fetched, CancellationToken cancel)
    {
        await using var session = await archive.BeginAsync(cancel);
        await session.Sources.UpdateAsync(subscription with { Next = fetched.RetryAfter ?? clock.GetUtcNow() + Schedule.Least, Why = subscription.Succeeded is null ? $"It was put off: {fetched.Why ?? "its host is left alone for a while."}" : subscription.Why }, cancel);
        await session.CommitAsync(cancel);
        return new(CollectEventKind.Read, subscription.Address, $"put off: {fetched.Why ?? "its host is left alone for a while."}");
    }

    private (FeedDocument? Feed, string? Why) Read(Fetched fetched)
    {
        var (feed, why) = feeds.Read(fetched.Body, fetched.ContentType, fetched.Address);
        why = why is null ? null : LedTo.Why(fetched, why);
        if (feed is not null || pages.Read(fetched.Body, fetched.ContentType, fetched.Address).Feeds is not [var named, ..])
        {
            return (feed, why);
        }

        return (null, $"{why} The page names the feed {named.Address}.");
    }

    private async Task<CollectEvent> WriteAsync(Subscription asked, Fetched fetched, FeedDocument? feed, string? why, CancellationToken cancel)
    {
        await using var session = await archive.BeginAsync(cancel);
        var now = clock.GetUtcNow();
        var fresh = feed is null ? 0 : await FeedEntries.TakeAsync(session, asked, feed, now, cancel);
        var failed = why is not null;
        var gone = fetched.Outcome == FetchOutcome.Gone;
        var ended = gone || feed is { Expired: true };
        var pace = SubscriptionPace.After(asked, feed, fetched, fresh, failed, now);
        await session.Sources.UpdateAsync(
            (asked with
            {
                Address = await MovedAsync(session, asked, fetched, failed, cancel),
                Title = asked.Title ?? feed?.Title,
                Site = feed?.Site ?? asked.Site,
                Active = !ended,
                Looked = now,
                Succeeded = failed ? asked.Succeeded : now,
                LastNew = fresh > 0 ? now : asked.LastNew,
                Next = ended ? null : pace.Next,
                Pace = SubscriptionPace.Text(pace),
                Failures = failed ? asked.Failures + 1 : 0,
                Why = gone ? "It is gone for good: the server answered 410." : ended ? "It says itself that it has ended." : why ?? Damage(feed),
                ETag = feed is null ? asked.ETag : fetched.ETag,
                LastModified = feed is null ? asked.LastModified : fetched.LastModified,
                Brought = asked.Brought + fresh,
            }).Offered(fetched, feed),
            cancel);
        await session.CommitAsync(cancel);
        return failed
            ? new(CollectEventKind.FeedFailed, asked.Address, why!)
            : new(CollectEventKind.Read, asked.Address, fresh == 0 ? "nothing new" : fresh == 1 ? "1 new entry" : $"{fresh} new entries") { Entries = fresh };
    }

    // A feed that has moved for good is followed there, unless the desk follows that one already.
    private static async ValueTask<string> MovedAsync(IWriteSession session, Subscription asked, Fetched fetched, bool failed, CancellationToken cancel)
    {
        if (failed || fetched.Redirects.IsEmpty || !fetched.Redirects.All(step => step.IsPermanent) || fetched.Address == asked.Address)
        {
            return asked.Address;
        }

        return await session.Sources.IsSubscribedAsync(fetched.Address, cancel) ? asked.Address : fetched.Address;
    }

    private static string? Damage(FeedDocument? feed) => feed is { Damage: [var first, ..] } ? $"It is ill-formed, and was read as well as it goes: {first}" : null;
}
