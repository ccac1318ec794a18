using Cuttings.Subscriptions;

namespace Cuttings.Sources;

/// <summary>Writes sources, editions, snapshots and subscriptions, inside the one write transaction.</summary>
public interface ISourceWriter
{
    /// <summary>The source with this key; made where it is missing, and made anew where only hidden cuttings have named it and it is to be watched now: what those say of it shows nowhere.</summary>
    ValueTask<(KeptSource Source, bool IsNew)> KeepAsync(KeptSource source, CancellationToken cancel = default);

    /// <summary>A source by its number, as this transaction sees it.</summary>
    ValueTask<KeptSource?> FindAsync(long id, CancellationToken cancel = default);

    /// <summary>Its last edition, as this transaction sees it.</summary>
    ValueTask<KeptEdition?> LastEditionAsync(long id, CancellationToken cancel = default);

    /// <summary>All its editions, the first one first, as this transaction sees them, each with the digest of the bytes that it was read from, where those are kept.</summary>
    ValueTask<IReadOnlyList<(KeptEdition Edition, string? Digest)>> EditionsAsync(long id, CancellationToken cancel = default);

    /// <summary>Writes a source's fields, all but its number, key, address and count of editions.</summary>
    ValueTask UpdateAsync(KeptSource source, CancellationToken cancel = default);

    /// <summary>Keeps an edition as the source's next; returns it with its number.</summary>
    ValueTask<KeptEdition> AddEditionAsync(KeptEdition edition, CancellationToken cancel = default);

    /// <summary>Keeps a snapshot with its WARC records (gzip members); they are on the disk before this returns. Returns its number.</summary>
    /// <param name="snapshot">What it is.</param>
    /// <param name="records">The records.</param>
    /// <param name="head">The warcinfo record that a new file of this name begins with.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    ValueTask<long> AddSnapshotAsync(Snapshot snapshot, ReadOnlyMemory<byte> records, Func<string, ReadOnlyMemory<byte>> head, CancellationToken cancel = default);

    /// <summary>Keeps a time-stamp token with a snapshot.</summary>
    ValueTask TimestampAsync(long snapshot, ReadOnlyMemory<byte> token, CancellationToken cancel = default);

    /// <summary>Notes what a look came to.</summary>
    ValueTask AddLookAsync(Look look, CancellationToken cancel = default);

    /// <summary>Notes which sources a cutting cites; replaces what was noted before.</summary>
    ValueTask CiteAsync(long cutting, IReadOnlyList<long> sources, CancellationToken cancel = default);

    /// <summary>The sources that a cutting was noted to cite.</summary>
    ValueTask<IReadOnlyList<long>> CitedByAsync(long cutting, CancellationToken cancel = default);

    /// <summary>The cuttings, of any status, that cite a source.</summary>
    ValueTask<IReadOnlyList<long>> CitingAsync(long source, CancellationToken cancel = default);

    /// <summary>Notes how far the cuttings have been gone through.</summary>
    ValueTask SetCitedThroughAsync(long revision, CancellationToken cancel = default);

    /// <summary>Takes sources whose time has come, so that nobody else does: they come due again at <paramref name="until"/> whatever happens.</summary>
    ValueTask<IReadOnlyList<KeptSource>> ClaimAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancel = default);

    /// <summary>The same for subscriptions.</summary>
    ValueTask<IReadOnlyList<Subscription>> ClaimSubscriptionsAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancel = default);

    /// <summary>Brings times that a clock left which was ahead and has been put right back to the waits that were planned: else nothing would be due until it is as late again. Returns how many sources and subscriptions that were.</summary>
    ValueTask<int> RightAsync(DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>The subscription to this address; made where it is missing.</summary>
    ValueTask<(Subscription Subscription, bool IsNew)> SubscribeAsync(Subscription subscription, CancellationToken cancel = default);

    /// <summary>A subscription by its number, as this transaction sees it.</summary>
    ValueTask<Subscription?> FindSubscriptionAsync(long id, CancellationToken cancel = default);

    /// <summary>Whether the desk follows this address.</summary>
    ValueTask<bool> IsSubscribedAsync(string address, CancellationToken cancel = default);

    /// <summary>Writes a subscription's fields, all but its number.</summary>
    ValueTask UpdateAsync(Subscription subscription, CancellationToken cancel = default);

    /// <summary>Ends a subscription; what it brought stays.</summary>
    ValueTask UnsubscribeAsync(long subscription, CancellationToken cancel = default);

    /// <summary>Ends the subscriptions that an import brought; how many there were.</summary>
    ValueTask<int> UnsubscribeImportAsync(long import, CancellationToken cancel = default);

    /// <summary>Of these items of a subscription's feed, those not seen before; they are from now on.</summary>
    ValueTask<IReadOnlySet<string>> SeeAsync(long subscription, IReadOnlyCollection<string> items, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>Says that something public has changed, so that pages are made anew.</summary>
    ValueTask NoteChangeAsync(CancellationToken cancel = default);
}
