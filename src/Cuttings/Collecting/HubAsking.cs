using Cuttings.Archiving;
using Cuttings.Fetching;
using Cuttings.Subscriptions;

namespace Cuttings.Collecting;

/// <summary>Asks the hubs of followed feeds to tell of their news (WebSub, section 5.1), and again before their lease ends. Never where servers may not learn where the archive is.</summary>
/// <param name="archive">The archive.</param>
/// <param name="gateway">The way out.</param>
/// <param name="site">The site's public address, without a slash at its end: a hub calls there.</param>
/// <param name="clock">The clock.</param>
public sealed class HubAsking(IArchive archive, IGateway gateway, string site, TimeProvider clock)
{
    /// <summary>A hub that did not answer, or did not verify what it was asked for, is asked again after this.</summary>
    public static TimeSpan AskAgain { get; } = TimeSpan.FromDays(1);

    // A lease may be as short as an hour.
    private static readonly TimeSpan RenewAgain = TimeSpan.FromMinutes(10);

    /// <summary>Asks those that are due, one after another.</summary>
    public async Task AskAsync(IProgress<CollectEvent>? progress = null, CancellationToken cancel = default)
    {
        if (!gateway.MayNameArchive)
        {
            return;
        }

        foreach (var subscription in await archive.Sources.SubscriptionsAsync(cancel))
        {
            if (IsDue(subscription, clock.GetUtcNow()))
            {
                await AskAsync(subscription.Id, progress, cancel);
            }
        }
    }

    private static bool IsDue(Subscription one, DateTimeOffset now) =>
        one is { Active: true, Hub: not null, HubTopic: not null } && (one.HubUntil > now ? one.HubRenew <= now && !(one.HubAsked + RenewAgain > now) : !(one.HubAsked + AskAgain > now));

    private async Task AskAsync(long id, IProgress<CollectEvent>? progress, CancellationToken cancel)
    {
        // The hub may call back before it answers: what it is told is committed first.
        if (await ClaimAsync(id, cancel) is not { } asked)
        {
            return;
        }

        var form = WebSub.Request(subscribe: true, asked.HubTopic!, site + HubCallback.Path(asked.Id, asked.HubSecret!), HubCallback.SharesSecret(asked) ? asked.HubSecret : null);
        var fetched = await gateway.FetchAsync(new(asked.Hub!) { Content = form, ContentType = "application/x-www-form-urlencoded" }, cancel);
        progress?.Report(fetched.Outcome == FetchOutcome.Fetched
            ? new(CollectEventKind.Unchanged, asked.Address, $"its hub {asked.Hub} was asked to tell of news")
            : new(CollectEventKind.Unchanged, asked.Address, $"its hub {asked.Hub} tells nothing, so that the feed is looked at as before: {fetched.Why}"));
    }

    private async ValueTask<Subscription?> ClaimAsync(long id, CancellationToken cancel)
    {
        await using var session = await archive.BeginAsync(cancel);
        var now = clock.GetUtcNow();
        if (await session.Sources.FindSubscriptionAsync(id, cancel) is not { } known || !IsDue(known, now))
        {
            return null;
        }

        var asked = known with { HubSecret = known.HubSecret ?? HubCallback.NewSecret(), HubAsked = now };
        await session.Sources.UpdateAsync(asked, cancel);
        await session.CommitAsync(cancel);
        return asked;
    }
}
