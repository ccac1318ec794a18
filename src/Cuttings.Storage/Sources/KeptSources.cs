using Cuttings.Sources;
using Cuttings.Subscriptions;

namespace Cuttings.Storage.Sources;

/// <summary>Reads sources, editions, snapshots and subscriptions.</summary>
internal sealed class KeptSources(Database database) : IKeptSources
{
    // Copies of a story stand under the first of it that is in the same state.
    private const string Leads = "(s.story IS NULL OR NOT EXISTS (SELECT 1 FROM sources o WHERE o.story = s.story AND o.place < s.place AND o.intake = s.intake))";

    public ValueTask<KeptSource?> FindAsync(long id, CancellationToken cancel = default) => SourceAsync("s.id = @p0", id, cancel);

    public ValueTask<KeptSource?> FindByKeyAsync(string key, CancellationToken cancel = default) => SourceAsync("s.key = @p0", key, cancel);

    public ValueTask<bool> IsCitedAsync(long id, CancellationToken cancel = default) => database.ReadAsync(
        async statements => await statements.NumberAsync(cancel, "SELECT 1 FROM cited k JOIN cuttings c ON c.number = k.number WHERE k.source = @p0 AND c.status = @p1 LIMIT 1", id, (long)CuttingStatus.Published) is not null, cancel);

    public ValueTask<IReadOnlyList<string>> CitedByAsync(long id, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<string>>(
        async statements => await statements.RowsAsync(cancel, row => row.GetString(0), "SELECT c.slug FROM cited k JOIN cuttings c ON c.number = k.number WHERE k.source = @p0 AND c.status = @p1 ORDER BY c.number", id, (long)CuttingStatus.Published), cancel);

    public ValueTask<IReadOnlyList<KeptEdition>> EditionsAsync(long id, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<KeptEdition>>(
        async statements => await statements.RowsAsync(cancel, SourceRow.ToEdition, $"SELECT {SourceRow.Edition} FROM editions e WHERE e.source = @p0 ORDER BY e.number", id), cancel);

    public ValueTask<IReadOnlyList<DateTimeOffset>> CapturesAsync(long id, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<DateTimeOffset>>(
        async statements => await statements.RowsAsync(cancel, row => SourceRow.Time(row.GetInt64(0)), "SELECT captured FROM editions WHERE source = @p0 ORDER BY number", id), cancel);

    public ValueTask<KeptEdition?> LastEditionAsync(long id, CancellationToken cancel = default) => database.ReadAsync(
        async statements => (await statements.RowsAsync(cancel, SourceRow.ToEdition, $"SELECT {SourceRow.Edition} FROM editions e WHERE e.source = @p0 ORDER BY e.number DESC LIMIT 1", id)).FirstOrDefault(), cancel);

    public ValueTask<IReadOnlyList<Look>> LooksAsync(long id, int limit, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<Look>>(
        async statements => await statements.RowsAsync(cancel, SourceRow.ToLook, "SELECT source, at, state, status, edition, why FROM looks WHERE source = @p0 ORDER BY at DESC LIMIT @p1", id, (long)limit), cancel);

    public ValueTask<IReadOnlyList<KeptSource>> ListAsync(bool all, long after, int limit, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<KeptSource>>(
        async statements => await statements.RowsAsync(
            cancel,
            SourceRow.ToSource,
            $"SELECT {SourceRow.Source} FROM sources s WHERE s.id > @p0 {(all ? "" : $"AND EXISTS (SELECT 1 FROM cited k JOIN cuttings c ON c.number = k.number WHERE k.source = s.id AND c.status = {(int)CuttingStatus.Published}) ")}ORDER BY s.id LIMIT @p1",
            after,
            (long)limit),
        cancel);

    public ValueTask<IReadOnlyList<KeptSource>> IntakeAsync(IntakeState state, (DateTimeOffset Found, long Id)? after, int limit, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<KeptSource>>(
        async statements => await statements.RowsAsync(
            cancel,
            SourceRow.ToSource,
            $"SELECT {SourceRow.Source} FROM sources s WHERE s.intake = @p0 AND (s.found < @p1 OR (s.found = @p1 AND s.id < @p2)) AND {Leads} ORDER BY s.found DESC, s.id DESC LIMIT @p3",
            (long)state,
            after?.Found.ToUnixTimeMilliseconds() ?? long.MaxValue,
            after?.Id ?? long.MaxValue,
            (long)limit),
        cancel);

    public ValueTask<Snapshot?> SnapshotAsync(long id, CancellationToken cancel = default) => database.ReadAsync(
        async statements => (await statements.RowsAsync(cancel, SourceRow.ToSnapshot, $"SELECT {SourceRow.Snapshot} FROM snapshots p WHERE p.id = @p0", id)).FirstOrDefault(), cancel);

    public async ValueTask<ReadOnlyMemory<byte>?> RecordsAsync(long snapshot, CancellationToken cancel = default)
    {
        var place = await database.ReadAsync(
            async statements => (await statements.RowsAsync(
                cancel,
                row => (Records: SourceRow.BytesOrNull(row, 0), File: row.TextOrNull(1), Place: row.NumberOrNull(2), Size: row.GetInt64(3)),
                "SELECT records, file, place, size FROM snapshots WHERE id = @p0",
                snapshot)).Cast<(ReadOnlyMemory<byte>? Records, string? File, long? Place, long Size)?>().FirstOrDefault(),
            cancel);
        return place is not { } found ? (ReadOnlyMemory<byte>?)null
            : found.Records ?? (found is { File: { } file, Place: { } at } ? await SnapshotFiles.ReadAsync(database.FilesFolder, file, at, found.Size, cancel) : (ReadOnlyMemory<byte>?)null);
    }

    public ValueTask<IReadOnlyList<Snapshot>> SnapshotsAsync(long after, int limit, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<Snapshot>>(
        async statements => await statements.RowsAsync(cancel, SourceRow.ToSnapshot, $"SELECT {SourceRow.Snapshot} FROM snapshots p WHERE p.id > @p0 ORDER BY p.id LIMIT @p1", after, (long)limit), cancel);

    public ValueTask<IReadOnlyList<Subscription>> SubscriptionsAsync(CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<Subscription>>(
        async statements => await statements.RowsAsync(cancel, SubscriptionRow.Read, $"SELECT {SubscriptionRow.Columns} FROM subscriptions ORDER BY id"), cancel);

    public ValueTask<long> CitedThroughAsync(CancellationToken cancel = default) => database.ReadAsync(
        async statements => long.TryParse(await statements.TextAsync(cancel, "SELECT value FROM settings WHERE name = @p0", SourceWriter.CitedThrough), out var through) ? through : 0, cancel);

    private ValueTask<KeptSource?> SourceAsync(string where, object value, CancellationToken cancel) => database.ReadAsync(
        async statements => (await statements.RowsAsync(cancel, SourceRow.ToSource, $"SELECT {SourceRow.Source} FROM sources s WHERE {where}", value)).FirstOrDefault(), cancel);
}
