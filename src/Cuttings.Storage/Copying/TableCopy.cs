using System.Data.Common;

namespace Cuttings.Storage.Copying;

/// <summary>Copies every table from one kind of database to the other, in one consistent read and one write.</summary>
internal static class TableCopy
{
    private static readonly string[] Tables = ["settings", "terms", "term_names", "cuttings", "listing", "lists", "revisions", "imports", "identities", "term_identities", "collations", "sources", "cited", "editions", "snapshots", "looks", "subscriptions", "seen", "story_links", "partings"];

    public static async ValueTask CopyAsync(Database from, Database to, IProgress<double>? progress, CancellationToken cancel)
    {
        await using var source = await from.RentAsync(cancel);
        await using var target = await to.RentAsync(cancel);
        source.Transaction = await from.BeginReadAsync(source.Connection, cancel);
        target.Transaction = await to.BeginWriteAsync(target.Connection, cancel);
        try
        {
            for (var n = 0; n < Tables.Length; n++)
            {
                await CopyAsync(source, target, Tables[n], cancel);
                progress?.Report((n + 1.0) / Tables.Length);
            }

            await target.Transaction.CommitAsync(cancel);
        }
        catch (Exception error) when ((from.Ours(error) ?? to.Ours(error)) is { } ours)
        {
            throw ours;
        }
        finally
        {
            await source.Transaction.DisposeAsync();
            await target.Transaction.DisposeAsync();
        }
    }

    private static async ValueTask CopyAsync(Statements source, Statements target, string table, CancellationToken cancel)
    {
        await using var rows = await source.Of($"SELECT * FROM {table}").ExecuteReaderAsync(cancel);
        var columns = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToArray();
        var insert = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, n) => "@p" + n))})";
        var values = new object?[columns.Length];
        while (await rows.ReadAsync(cancel))
        {
            rows.GetValues(values!);
            await target.RunAsync(cancel, insert, values);
        }
    }
}
