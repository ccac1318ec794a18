using Cuttings.Subscriptions;

namespace Cuttings.Sources;

/// <summary>The sources, editions, snapshots and subscriptions of an archive, to read. What is public is decided by the caller: <see cref="IsCitedAsync"/>.</summary>
public interface IKeptSources
{
    /// <summary>A source by its number.</summary>
    ValueTask<KeptSource?> FindAsync(long id, CancellationToken cancel = default);

    /// <summary>A source by the key of its address.</summary>
    ValueTask<KeptSource?> FindByKeyAsync(string key, CancellationToken cancel = default);

    /// <summary>True where a published cutting cites it.</summary>
    ValueTask<bool> IsCitedAsync(long id, CancellationToken cancel = default);

    /// <summary>The slugs of the published cuttings that cite it, in imported order.</summary>
    ValueTask<IReadOnlyList<string>> CitedByAsync(long id, CancellationToken cancel = default);

    /// <summary>Its editions, oldest first.</summary>
    ValueTask<IReadOnlyList<KeptEdition>> EditionsAsync(long id, CancellationToken cancel = default);

    /// <summary>When each of its editions was captured, oldest first.</summary>
    ValueTask<IReadOnlyList<DateTimeOffset>> CapturesAsync(long id, CancellationToken cancel = default);

    /// <summary>Its last edition; null where none is kept.</summary>
    ValueTask<KeptEdition?> LastEditionAsync(long id, CancellationToken cancel = default);

    /// <summary>What the looks at it came to, newest first.</summary>
    ValueTask<IReadOnlyList<Look>> LooksAsync(long id, int limit, CancellationToken cancel = default);

    /// <summary>Sources that are cited by published cuttings, or all with <paramref name="all"/>, by number, after the one given.</summary>
    ValueTask<IReadOnlyList<KeptSource>> ListAsync(bool all, long after, int limit, CancellationToken cancel = default);

    /// <summary>The intake in one state, newest first, after the place given (found, id). Copies of a story are left out: they stand under its first in that state (<see cref="Duplicates.IKeptStories.StoryAsync"/>).</summary>
    ValueTask<IReadOnlyList<KeptSource>> IntakeAsync(IntakeState state, (DateTimeOffset Found, long Id)? after, int limit, CancellationToken cancel = default);

    /// <summary>A snapshot by its number.</summary>
    ValueTask<Snapshot?> SnapshotAsync(long id, CancellationToken cancel = default);

    /// <summary>The WARC records of a snapshot (gzip members, one after another); null where there is none.</summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.Storage"/> where the file that held them is missing or shorter than it was.</exception>
    ValueTask<ReadOnlyMemory<byte>?> RecordsAsync(long snapshot, CancellationToken cancel = default);

    /// <summary>All snapshots by number, after the one given.</summary>
    ValueTask<IReadOnlyList<Snapshot>> SnapshotsAsync(long after, int limit, CancellationToken cancel = default);

    /// <summary>The subscriptions, by number.</summary>
    ValueTask<IReadOnlyList<Subscription>> SubscriptionsAsync(CancellationToken cancel = default);

    /// <summary>How far the cuttings have been gone through for what they cite: the last revision seen.</summary>
    ValueTask<long> CitedThroughAsync(CancellationToken cancel = default);
}
