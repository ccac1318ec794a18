using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Sources;
using Cuttings.Storage.Writing;
using Cuttings.Subscriptions;

namespace Cuttings.Storage.Sources;

/// <summary>Writes sources, editions, snapshots and subscriptions in the transaction of a <see cref="Writing.WriteSession"/>.</summary>
internal sealed class SourceWriter(Database database, Statements statements, TimeProvider clock, Folds folds, Func<CancellationToken, ValueTask> note) : ISourceWriter
{
    /// <summary>The row of the settings that says how far the cuttings have been gone through; no setting of the desk's.</summary>
    public const string CitedThrough = "~cited-through";

    // Clocks of several nodes are never quite one.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    public ValueTask<(KeptSource Source, bool IsNew)> KeepAsync(KeptSource source, CancellationToken cancel = default) => Run(async () =>
    {
        if (await OneAsync("s.key = @p0", source.Key, cancel) is { } kept)
        {
            return source.Next is not null && IsHidden(kept) ? (await RemakeAsync(kept, source, cancel), true) : (kept, false);
        }

        var made = source with { Id = await NextAsync("sources", cancel), Editions = 0 };
        await statements.RunAsync(
            cancel,
            "INSERT INTO sources (id, key, address, found, intake, state, failures, editions) VALUES (@p0, @p1, @p2, @p3, 0, 0, 0, 0)",
            made.Id,
            made.Key,
            made.Address,
            made.Found.ToUnixTimeMilliseconds());
        await WriteAsync(made, cancel);
        return (made, true);
    });

    public ValueTask<KeptSource?> FindAsync(long id, CancellationToken cancel = default) => Run(() => OneAsync("s.id = @p0", id, cancel));

    public ValueTask<KeptEdition?> LastEditionAsync(long id, CancellationToken cancel = default) => Run(async () =>
        (await statements.RowsAsync(cancel, SourceRow.ToEdition, $"SELECT {SourceRow.Edition} FROM editions e WHERE e.source = @p0 ORDER BY e.number DESC LIMIT 1", id)).FirstOrDefault());

    public ValueTask<IReadOnlyList<(KeptEdition Edition, string? Digest)>> EditionsAsync(long id, CancellationToken cancel = default) => Run<IReadOnlyList<(KeptEdition, string?)>>(async () =>
        await statements.RowsAsync(cancel, row => (SourceRow.ToEdition(row), row.TextOrNull(9)), $"SELECT {SourceRow.Edition}, p.digest FROM editions e LEFT JOIN snapshots p ON p.id = e.snapshot WHERE e.source = @p0 ORDER BY e.number", id));

    public ValueTask UpdateAsync(KeptSource source, CancellationToken cancel = default) => Run(() => WriteAsync(source, cancel));

    public ValueTask<KeptEdition> AddEditionAsync(KeptEdition edition, CancellationToken cancel = default) => Run(async () =>
    {
        var number = 1 + (await statements.NumberAsync(cancel, "SELECT coalesce(max(number), 0) FROM editions WHERE source = @p0", edition.Source)).GetValueOrDefault();
        await statements.RunAsync(
            cancel,
            "INSERT INTO editions (source, number, captured, title, byline, published, text, truncated, snapshot) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)",
            edition.Source,
            number,
            edition.Captured.ToUnixTimeMilliseconds(),
            edition.Title,
            edition.Byline,
            edition.Published?.Text,
            edition.Text.ToHtml(),
            edition.Truncated ? 1L : 0L,
            edition.Snapshot);
        await statements.RunAsync(cancel, "UPDATE sources SET editions = @p1, placed = 0 WHERE id = @p0", edition.Source, number);
        return edition with { Number = (int)number };
    });

    public ValueTask<long> AddSnapshotAsync(Snapshot snapshot, ReadOnlyMemory<byte> records, Func<string, ReadOnlyMemory<byte>> head, CancellationToken cancel = default) => Run(async () =>
    {
        var id = await NextAsync("snapshots", cancel);
        var (file, place) = database.KeepsSnapshotFiles ? SnapshotFiles.Append(database.FilesFolder, await LastFileAsync(cancel), records, head, clock.GetUtcNow()) : ((string?)null, (long?)null);
        await statements.RunAsync(
            cancel,
            "INSERT INTO snapshots (id, address, captured, digest, media_type, length, against_robots, file, place, size, records) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10)",
            id,
            snapshot.Address,
            snapshot.Captured.ToUnixTimeMilliseconds(),
            snapshot.Digest,
            snapshot.MediaType,
            snapshot.Length,
            snapshot.AgainstRobots ? 1L : 0L,
            file,
            place,
            (long)records.Length,
            file is null ? records.ToArray() : null);
        return id;
    });

    public ValueTask TimestampAsync(long snapshot, ReadOnlyMemory<byte> token, CancellationToken cancel = default) => Run(() =>
        statements.RunAsync(cancel, "UPDATE snapshots SET timestamp_token = @p1 WHERE id = @p0", snapshot, token.ToArray()));

    public ValueTask AddLookAsync(Look look, CancellationToken cancel = default) => Run(() => statements.RunAsync(
        cancel, "INSERT INTO looks (source, at, state, status, edition, why) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)", look.Source, look.At.ToUnixTimeMilliseconds(), (long)look.State, (long)look.Status, (long?)look.Edition, look.Why));

    public ValueTask CiteAsync(long cutting, IReadOnlyList<long> sources, CancellationToken cancel = default) => Run(async () =>
    {
        // Those that it no longer cites stand otherwise without it.
        await folds.TouchAsync(cutting, cancel);
        await statements.RunAsync(cancel, "DELETE FROM cited WHERE number = @p0", cutting);
        foreach (var source in sources.Distinct())
        {
            await statements.RunAsync(cancel, "INSERT INTO cited (source, number) VALUES (@p0, @p1)", source, cutting);
        }

        await folds.TouchAsync(cutting, cancel);
    });

    public ValueTask<IReadOnlyList<long>> CitedByAsync(long cutting, CancellationToken cancel = default) => Run<IReadOnlyList<long>>(async () =>
        await statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT source FROM cited WHERE number = @p0 ORDER BY source", cutting));

    public ValueTask<IReadOnlyList<long>> CitingAsync(long source, CancellationToken cancel = default) => Run<IReadOnlyList<long>>(async () =>
        await statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT number FROM cited WHERE source = @p0 ORDER BY number", source));

    public ValueTask SetCitedThroughAsync(long revision, CancellationToken cancel = default) => Run(() => statements.RunAsync(
        cancel, "INSERT INTO settings (name, value) VALUES (@p0, @p1) ON CONFLICT (name) DO UPDATE SET value = excluded.value", CitedThrough, revision.ToString()));

    public ValueTask<IReadOnlyList<KeptSource>> ClaimAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancel = default) => Run<IReadOnlyList<KeptSource>>(async () =>
    {
        var due = await statements.RowsAsync(cancel, SourceRow.ToSource, $"SELECT {SourceRow.Source} FROM sources s WHERE s.next <= @p0 ORDER BY s.next, s.id LIMIT @p1", now.ToUnixTimeMilliseconds(), (long)limit);
        foreach (var source in due)
        {
            await statements.RunAsync(cancel, "UPDATE sources SET next = @p1 WHERE id = @p0", source.Id, until.ToUnixTimeMilliseconds());
        }

        return due;
    });

    public ValueTask<IReadOnlyList<Subscription>> ClaimSubscriptionsAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancel = default) => Run<IReadOnlyList<Subscription>>(async () =>
    {
        var due = await statements.RowsAsync(cancel, SubscriptionRow.Read, $"SELECT {SubscriptionRow.Columns} FROM subscriptions WHERE active = 1 AND next <= @p0 ORDER BY next, id LIMIT @p1", now.ToUnixTimeMilliseconds(), (long)limit);
        foreach (var subscription in due)
        {
            await statements.RunAsync(cancel, "UPDATE subscriptions SET next = @p1 WHERE id = @p0", subscription.Id, until.ToUnixTimeMilliseconds());
        }

        return due;
    });

    public ValueTask<int> RightAsync(DateTimeOffset now, CancellationToken cancel = default) => Run(async () =>
    {
        var (at, soon) = (now.ToUnixTimeMilliseconds(), (now + Slack).ToUnixTimeMilliseconds());
        var righted = await statements.Of(
            "UPDATE sources SET next = CASE WHEN looked > @p0 AND next > looked AND next - looked < @p2 THEN @p0 + next - looked ELSE @p0 END, looked = CASE WHEN looked > @p0 THEN @p0 ELSE looked END WHERE next IS NOT NULL AND (looked > @p1 OR next > @p0 + @p2)",
            at,
            soon,
            (long)SourceSchedule.Farthest.TotalMilliseconds).ExecuteNonQueryAsync(cancel);
        var ahead = await statements.RowsAsync(cancel, SubscriptionRow.Read, $"SELECT {SubscriptionRow.Columns} FROM subscriptions WHERE active = 1 AND (looked > @p0 OR next > @p1)", soon, (now + Schedule.Farthest).ToUnixTimeMilliseconds());
        foreach (var subscription in ahead)
        {
            var right = Schedule.Righted(new() { Last = subscription.Looked, LastNew = subscription.LastNew, Next = subscription.Next }, now);
            await UpdateAsync(subscription with { Looked = right.Last, LastNew = right.LastNew, Next = right.Next }, cancel);
        }

        return righted + ahead.Count;
    });

    public ValueTask<(Subscription Subscription, bool IsNew)> SubscribeAsync(Subscription subscription, CancellationToken cancel = default) => Run(async () =>
    {
        var kept = await statements.RowsAsync(cancel, SubscriptionRow.Read, $"SELECT {SubscriptionRow.Columns} FROM subscriptions WHERE address = @p0", subscription.Address);
        if (kept is [var known])
        {
            return (known, false);
        }

        var made = subscription with { Id = await NextAsync("subscriptions", cancel) };
        await statements.RunAsync(cancel, SubscriptionRow.Insert, SubscriptionRow.Values(made));
        return (made, true);
    });

    public ValueTask<Subscription?> FindSubscriptionAsync(long id, CancellationToken cancel = default) => Run(async () =>
        (await statements.RowsAsync(cancel, SubscriptionRow.Read, $"SELECT {SubscriptionRow.Columns} FROM subscriptions WHERE id = @p0", id)).FirstOrDefault());

    public ValueTask<bool> IsSubscribedAsync(string address, CancellationToken cancel = default) => Run(async () =>
        await statements.NumberAsync(cancel, "SELECT 1 FROM subscriptions WHERE address = @p0", address) is not null);

    public ValueTask UpdateAsync(Subscription subscription, CancellationToken cancel = default) => Run(() => statements.RunAsync(cancel, SubscriptionRow.Update, SubscriptionRow.Values(subscription)));

    public ValueTask UnsubscribeAsync(long subscription, CancellationToken cancel = default) => Run(async () =>
    {
        await statements.RunAsync(cancel, "DELETE FROM seen WHERE subscription = @p0", subscription);
        await statements.RunAsync(cancel, "UPDATE sources SET subscription = NULL WHERE subscription = @p0", subscription);
        await statements.RunAsync(cancel, "DELETE FROM subscriptions WHERE id = @p0", subscription);
    });

    public async ValueTask<int> UnsubscribeImportAsync(long import, CancellationToken cancel = default)
    {
        var brought = await Run(async () => await statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT id FROM subscriptions WHERE import = @p0", import));
        foreach (var subscription in brought)
        {
            await UnsubscribeAsync(subscription, cancel);
        }

        return brought.Count;
    }

    public ValueTask<IReadOnlySet<string>> SeeAsync(long subscription, IReadOnlyCollection<string> items, DateTimeOffset now, CancellationToken cancel = default) => Run<IReadOnlySet<string>>(async () =>
    {
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (await statements.NumberAsync(cancel, "SELECT 1 FROM seen WHERE subscription = @p0 AND item = @p1", subscription, item) is null)
            {
                fresh.Add(item);
                await statements.RunAsync(cancel, "INSERT INTO seen (subscription, item, at) VALUES (@p0, @p1, @p2)", subscription, item, now.ToUnixTimeMilliseconds());
            }
        }

        return fresh;
    });

    public ValueTask NoteChangeAsync(CancellationToken cancel = default) => Run(() => note(cancel));

    // Nobody watches it, and nobody has ever looked: a draft, or a cutting that was withdrawn before it was followed, is all that names it.
    private static bool IsHidden(KeptSource kept) => kept is { Next: null, Looked: null, Editions: 0, Intake: IntakeState.None, Subscription: null };

    private async ValueTask<KeptSource> RemakeAsync(KeptSource kept, KeptSource source, CancellationToken cancel)
    {
        var made = source with { Id = kept.Id, Editions = 0, Story = kept.Story };
        await statements.RunAsync(cancel, "UPDATE sources SET address = @p1, found = @p2 WHERE id = @p0", made.Id, made.Address, made.Found.ToUnixTimeMilliseconds());
        await WriteAsync(made, cancel);
        return made;
    }

    private ValueTask WriteAsync(KeptSource source, CancellationToken cancel) => statements.RunAsync(
        cancel,
        "UPDATE sources SET title = @p1, outlet = @p2, byline = @p3, published = @p4, language = @p5, intake = @p6, subscription = @p7, state = @p8, why = @p9, moved_to = @p10, looked = @p11, next = @p12, failures = @p13, etag = @p14, modified = @p15, credited = @p16 WHERE id = @p0",
        source.Id,
        source.Title,
        source.Outlet,
        source.Byline,
        source.Published?.Text,
        source.Language,
        (long)source.Intake,
        source.Subscription,
        (long)source.State,
        source.Why,
        source.MovedTo,
        source.Looked?.ToUnixTimeMilliseconds(),
        source.Next?.ToUnixTimeMilliseconds(),
        (long)source.Failures,
        source.ETag,
        source.LastModified,
        source.Credited);

    private async ValueTask<KeptSource?> OneAsync(string where, object value, CancellationToken cancel) =>
        (await statements.RowsAsync(cancel, SourceRow.ToSource, $"SELECT {SourceRow.Source} FROM sources s WHERE {where}", value)).FirstOrDefault();

    private async ValueTask<long> NextAsync(string table, CancellationToken cancel) => (await statements.NumberAsync(cancel, $"SELECT coalesce(max(id), 0) + 1 FROM {table}")).GetValueOrDefault();

    private async ValueTask<(string File, long End)?> LastFileAsync(CancellationToken cancel) =>
        (await statements.RowsAsync(cancel, row => (row.GetString(0), row.GetInt64(1)), "SELECT file, place + size FROM snapshots WHERE file IS NOT NULL ORDER BY id DESC LIMIT 1")).Cast<(string, long)?>().FirstOrDefault();

    private async ValueTask<T> Run<T>(Func<ValueTask<T>> write)
    {
        try
        {
            return await database.RunAsync(write);
        }
        catch (IOException error)
        {
            throw new CuttingsException(ErrorKind.Storage, $"The snapshots of {database.Name} could not be written: {error.Message}", error);
        }
    }

    private ValueTask Run(Func<ValueTask> write) => database.RunAsync(write);
}
