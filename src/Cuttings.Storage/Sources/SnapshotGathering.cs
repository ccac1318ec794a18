using Cuttings.Archiving;
using Cuttings.Sources;

namespace Cuttings.Storage.Sources;

/// <summary>Takes the records that lie in files into the rows of a copy, so that a backup is one file.</summary>
internal static class SnapshotGathering
{
    /// <param name="copy">The copy, of the present form or an older one.</param>
    /// <param name="folder">The folder of the archive that it is a copy of.</param>
    /// <param name="cancel">Stops between two snapshots.</param>
    /// <returns>Those whose records could not be read: the copy has them without, as the archive does.</returns>
    public static async ValueTask<IReadOnlyList<Damage>> GatherAsync(Database copy, string folder, CancellationToken cancel)
    {
        await using var statements = await copy.RentAsync(cancel);
        if (await statements.NumberAsync(cancel, "SELECT count(*) FROM sqlite_master WHERE name = 'snapshots'") == 0)
        {
            return [];
        }

        var places = await statements.RowsAsync(cancel, row => (Id: row.GetInt64(0), File: row.GetString(1), Place: row.GetInt64(2), Size: row.GetInt64(3), Address: row.GetString(4)), "SELECT id, file, place, size, address FROM snapshots WHERE file IS NOT NULL ORDER BY id");
        var missing = new List<Damage>();
        statements.Transaction = await copy.BeginWriteAsync(statements.Connection, cancel);
        try
        {
            foreach (var (id, file, place, size, address) in places)
            {
                ReadOnlyMemory<byte>? records = null;
                try
                {
                    records = await SnapshotFiles.ReadAsync(folder, file, place, size, cancel);
                }
                catch (CuttingsException error) when (error.Kind == ErrorKind.Storage)
                {
                    missing.Add(new($"kept copy {id} of {address}", error.Message));
                }

                await statements.RunAsync(cancel, "UPDATE snapshots SET records = @p1, file = NULL, place = NULL WHERE id = @p0", id, records?.ToArray());
            }

            await statements.Transaction.CommitAsync(cancel);
            return missing;
        }
        finally
        {
            await statements.Transaction.DisposeAsync();
            statements.Transaction = null;
        }
    }
}
