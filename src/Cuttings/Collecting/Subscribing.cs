using Cuttings.Archiving;
using Cuttings.Articles;
using Cuttings.Fetching;
using Cuttings.Sources;
using Cuttings.Subscriptions;

namespace Cuttings.Collecting;

/// <summary>Begins to follow a feed, by its own address or by that of a page that names it.</summary>
public sealed class Subscribing(IArchive archive, FeedLooking looking, IFeedReader feeds, IPageReader pages, TimeProvider clock)
{
    /// <summary>Fetches the address; a feed is followed, and its entries are in the intake at once; of a page's feeds the most fitting one is.</summary>
    /// <param name="address">What the desk typed; `https://` may be missing.</param>
    /// <param name="title">The desk's own name for it, or null for the feed's.</param>
    /// <param name="folder">The desk's folder, or empty.</param>
    /// <param name="cancel">Stops it; nothing is kept then.</param>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.Usage"/> for what is no address, <see cref="ErrorKind.BadInput"/> where there is no feed, <see cref="ErrorKind.Unreachable"/> where nothing answers.</exception>
    public async Task<Subscribed> SubscribeAsync(string address, string? title, string folder, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var typed = address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address;
        if (!WebAddress.TryParse(typed, out var web))
        {
            throw new CuttingsException(ErrorKind.Usage, $"'{address}' is no address of a feed or a page, such as https://example.org/feed.");
        }

        var wanted = new Subscription { Address = web, Title = title, Folder = folder, Added = clock.GetUtcNow() };
        var fetched = await FetchAsync(wanted, cancel);
        if (feeds.Read(fetched.Body, fetched.ContentType, fetched.Address) is { Feed: not null })
        {
            return await KeepAsync(wanted, fetched, [], cancel);
        }

        if (pages.Read(fetched.Body, fetched.ContentType, fetched.Address).Feeds is not [var best, .. var others])
        {
            throw new CuttingsException(ErrorKind.BadInput, $"{fetched.Address} is no feed, and the page names none.");
        }

        var named = wanted with { Address = best.Address };
        var feed = await FetchAsync(named, cancel);
        return feeds.Read(feed.Body, feed.ContentType, feed.Address) is { Feed: null, Why: var why }
            ? throw new CuttingsException(ErrorKind.BadInput, $"The page names the feed {best.Address}, but: {why}")
            : await KeepAsync(named, feed, [.. others], cancel);
    }

    /// <summary>Follows feeds without asking them first, as a list of subscriptions (OPML) brings them; each is due at once. How many were new.</summary>
    public static async Task<int> FollowAsync(IArchive archive, IReadOnlyCollection<Subscription> list, TimeProvider clock, CancellationToken cancel = default) =>
        (await FollowAsync(archive, list, origin: null, import: null, clock, cancel)).Fresh;

    /// <summary>The same as a part of an import, whose undo ends them.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="list">The feeds.</param>
    /// <param name="origin">How the archive remembers the import; null where it is none.</param>
    /// <param name="import">The import's number, where it has brought cuttings; else one is opened where a feed is new.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancel">Stops it; nothing is kept then.</param>
    /// <returns>How many were new, and the import's number.</returns>
    public static async Task<(int Fresh, long? Import)> FollowAsync(IArchive archive, IReadOnlyCollection<Subscription> list, string? origin, long? import, TimeProvider clock, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(clock);
        if (list.Count == 0)
        {
            return (0, import);
        }

        await using var session = await archive.BeginAsync(cancel);
        var (now, fresh) = (clock.GetUtcNow(), 0);
        foreach (var one in list)
        {
            if (origin is not null && import is null && !await session.Sources.IsSubscribedAsync(one.Address, cancel))
            {
                import = await session.OpenImportAsync(origin, now, cancel);
            }

            fresh += (await session.Sources.SubscribeAsync(one with { Added = now, Next = now, Active = true, Import = import }, cancel)).IsNew ? 1 : 0;
        }

        await session.CommitAsync(cancel);
        return (fresh, import);
    }

    private async Task<Fetched> FetchAsync(Subscription subscription, CancellationToken cancel)
    {
        var fetched = await looking.FetchAsync(subscription, FetchPurpose.ByHand, cancel);
        return fetched.Outcome == FetchOutcome.Fetched ? fetched : throw new CuttingsException(
            fetched.Outcome == FetchOutcome.RefusedAddress ? ErrorKind.Usage : ErrorKind.Unreachable, $"{subscription.Address}: {fetched.Why ?? "It could not be fetched."}");
    }

    private async Task<Subscribed> KeepAsync(Subscription wanted, Fetched fetched, IReadOnlyList<NamedFeed> others, CancellationToken cancel)
    {
        bool fresh;
        await using (var session = await archive.BeginAsync(cancel))
        {
            var (kept, isNew) = await session.Sources.SubscribeAsync(wanted, cancel);
            fresh = isNew || !kept.Active;
            // One that had ended is taken up again; one that fails may have been mended, and was asked just now.
            wanted = kept with { Active = true, Failures = 0, Why = null, Title = wanted.Title ?? kept.Title, Folder = wanted.Folder.Length > 0 ? wanted.Folder : kept.Folder };
            await session.Sources.UpdateAsync(wanted, cancel);
            await session.CommitAsync(cancel);
        }

        var told = await looking.TakeAsync(wanted, fetched, cancel);
        var now = (await archive.Sources.SubscriptionsAsync(cancel)).First(one => one.Id == wanted.Id);
        return new(now, fresh, told.Entries, others);
    }
}

/// <summary>What came of subscribing.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="IsNew">False where the desk followed it already.</param>
/// <param name="Entries">How many entries it brought at once.</param>
/// <param name="Others">Other feeds that the page names.</param>
public sealed record Subscribed(Subscription Subscription, bool IsNew, int Entries, IReadOnlyList<NamedFeed> Others);
