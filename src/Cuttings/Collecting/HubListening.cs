using Cuttings.Archiving;
using Cuttings.Subscriptions;

namespace Cuttings.Collecting;

/// <summary>Answers hubs at the callback that they were given (WebSub, sections 5.3, 6 and 7): confirms what was asked for, and takes what they deliver.</summary>
/// <param name="archive">The archive.</param>
/// <param name="feeds">The reader of feeds.</param>
/// <param name="clock">The clock.</param>
public sealed class HubListening(IArchive archive, IFeedReader feeds, TimeProvider clock)
{
    // What cannot be believed is only a hint to look, and hints cost a request each.
    private static readonly TimeSpan BetweenHints = TimeSpan.FromMinutes(5);

    /// <summary>A hub asks whether a lease was wanted. True: its challenge is to be given back.</summary>
    /// <param name="path">The path it asked at.</param>
    /// <param name="mode">hub.mode: `subscribe`; any other is not what was asked for.</param>
    /// <param name="topic">hub.topic.</param>
    /// <param name="lease">hub.lease_seconds as sent.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<bool> ConfirmAsync(string path, string? mode, string? topic, string? lease, CancellationToken cancel = default)
    {
        // Anybody may ask here: only who knows the address makes others wait for the one write.
        if (mode is not ("subscribe" or "denied") || !await IsKnownAsync(path, cancel))
        {
            return false;
        }

        await using var session = await archive.BeginAsync(cancel);
        if (await KnownAsync(session, path, cancel) is not { } known || topic != known.HubTopic)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var granted = long.TryParse(lease, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, (long)TimeSpan.FromDays(365).TotalSeconds)) : WebSub.AskedLease;
        await session.Sources.UpdateAsync(mode == "denied" ? known with { HubUntil = null, HubRenew = null, Next = known.Next is null ? null : now } : known with { HubUntil = now + granted, HubRenew = WebSub.RenewAt(now, granted) }, cancel);
        await session.CommitAsync(cancel);
        return mode == "subscribe";
    }

    /// <summary>Whether somebody is told at this path; without the one write.</summary>
    public async Task<bool> IsKnownAsync(string path, CancellationToken cancel = default) =>
        HubCallback.TryRead(path, out var id, out var token) && (await archive.Sources.SubscriptionsAsync(cancel)).FirstOrDefault(one => one.Id == id) is { Active: true } known && HubCallback.IsOf(known, token);

    /// <summary>A hub delivers. What is signed with the secret is read at once; anything else only lets the feed be looked at soon.</summary>
    /// <param name="path">The path it was delivered to.</param>
    /// <param name="body">What was delivered.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="signature">The X-Hub-Signature.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many entries were new; null where nobody is told at this path.</returns>
    public async Task<int?> TakeAsync(string path, ReadOnlyMemory<byte> body, string? contentType, string? signature, CancellationToken cancel = default)
    {
        await using var session = await archive.BeginAsync(cancel);
        if (await KnownAsync(session, path, cancel) is not { } known)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var shared = HubCallback.SharesSecret(known);
        if (shared && !WebSub.IsSigned(body.Span, signature, known.HubSecret!))
        {
            return 0;
        }

        var feed = shared ? feeds.Read(body, contentType, known.Address).Feed : null;
        if (feed is null)
        {
            var soon = known.Looked + BetweenHints > now ? known.Looked + BetweenHints : now;
            await session.Sources.UpdateAsync(known with { Next = known.Next < soon ? known.Next : soon }, cancel);
            await session.CommitAsync(cancel);
            return 0;
        }

        var fresh = await FeedEntries.TakeAsync(session, known, feed, now, cancel);
        await session.Sources.UpdateAsync(known with { LastNew = fresh > 0 ? now : known.LastNew, Succeeded = now, Brought = known.Brought + fresh }, cancel);
        await session.CommitAsync(cancel);
        return fresh;
    }

    private static async ValueTask<Subscription?> KnownAsync(IWriteSession session, string path, CancellationToken cancel) =>
        HubCallback.TryRead(path, out var id, out var token) && await session.Sources.FindSubscriptionAsync(id, cancel) is { Active: true } known && HubCallback.IsOf(known, token) ? known : null;
}
