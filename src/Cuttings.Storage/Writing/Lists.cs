using Cuttings.Listing;

namespace Cuttings.Storage.Writing;

/// <summary>Keeps the listing and its totals true within a write session.</summary>
internal sealed class Lists(Statements statements)
{
    private readonly Dictionary<(ListKind, string), long> ids = [];
    private readonly Dictionary<long, long> changed = [];
    private long last = -1;

    public async ValueTask PutAsync((ListKind Kind, string Key) list, long sort, long number, CancellationToken cancel)
    {
        var id = await IdAsync(list, cancel);
        await statements.RunAsync(cancel, "INSERT INTO listing (list, sort, number) VALUES (@p0, @p1, @p2)", id, sort, number);
        changed[id] = changed.GetValueOrDefault(id) + 1;
    }

    public async ValueTask TakeAsync((ListKind Kind, string Key) list, long sort, long number, CancellationToken cancel)
    {
        var id = await IdAsync(list, cancel);
        if (await statements.Of("DELETE FROM listing WHERE list = @p0 AND sort = @p1 AND number = @p2", id, sort, number).ExecuteNonQueryAsync(cancel) > 0)
        {
            changed[id] = changed.GetValueOrDefault(id) - 1;
        }
    }

    /// <summary>Shows a cutting under another in a list, or (null) by itself; whether that is new.</summary>
    public async ValueTask<bool> FoldAsync((ListKind Kind, string Key) list, long sort, long number, long? lead, CancellationToken cancel) =>
        await statements.Of("UPDATE listing SET lead = @p3 WHERE list = @p0 AND sort = @p1 AND number = @p2 AND lead IS DISTINCT FROM @p3", await IdAsync(list, cancel), sort, number, lead).ExecuteNonQueryAsync(cancel) > 0;

    /// <summary>Writes the totals; before the commit.</summary>
    public async ValueTask FlushAsync(CancellationToken cancel)
    {
        foreach (var (id, by) in changed)
        {
            await statements.RunAsync(cancel, "UPDATE lists SET total = total + @p1 WHERE id = @p0", id, by);
        }

        changed.Clear();
    }

    private async ValueTask<long> IdAsync((ListKind Kind, string Key) list, CancellationToken cancel)
    {
        if (ids.TryGetValue(list, out var id))
        {
            return id;
        }

        if (await statements.NumberAsync(cancel, "SELECT id FROM lists WHERE kind = @p0 AND key = @p1", (long)list.Kind, list.Key) is { } known)
        {
            return ids[list] = known;
        }

        last = last < 0 ? (await statements.NumberAsync(cancel, "SELECT coalesce(max(id), 0) FROM lists")).GetValueOrDefault() : last;
        await statements.RunAsync(cancel, "INSERT INTO lists (id, kind, key, total) VALUES (@p0, @p1, @p2, 0)", ++last, (long)list.Kind, list.Key);
        return ids[list] = last;
    }
}
