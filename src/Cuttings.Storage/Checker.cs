using System.Runtime.CompilerServices;
using Cuttings.Archiving;
using Cuttings.Listing;
using Cuttings.Storage.Reading;
using Cuttings.Storage.Writing;

namespace Cuttings.Storage;

/// <summary>Verifies every row against what it must be, and names what is not.</summary>
internal static class Checker
{
    public static async IAsyncEnumerable<Damage> CheckAsync(Database database, IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var statements = await database.RentAsync(cancel);
        statements.Transaction = await database.BeginReadAsync(statements.Connection, cancel);
        try
        {
            foreach (var complaint in await database.IntegrityAsync(statements, cancel))
            {
                yield return new("database", complaint);
            }

            var words = await Words.LoadAsync(statements, 0, cancel);
            var zone = SettingsRows.Zone(await SettingsRows.ReadAsync(statements, cancel));
            var expected = new Dictionary<(ListKind, string), long>();
            long seen = 0;
            await using (var row = await statements.Of($"SELECT {CuttingRow.Stored} FROM cuttings c").ExecuteReaderAsync(cancel))
            {
                while (await row.ReadAsync(cancel))
                {
                    var number = row.GetInt64(0);
                    Damage? damage = null;
                    try
                    {
                        damage = Check(CuttingRow.ToStored(row, words.Find, words.Many), row.GetInt64(15), row.GetInt64(21), zone, expected);
                    }
                    catch (Exception error) when (error is CuttingsException or System.Text.Json.JsonException or InvalidCastException)
                    {
                        damage = new($"cutting {number}", error.Message);
                    }

                    if (damage is not null)
                    {
                        yield return damage;
                    }

                    progress?.Report(++seen);
                }
            }

            foreach (var number in await statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT k.number FROM collations k LEFT JOIN cuttings c ON c.number = k.number WHERE c.number IS NULL OR c.revision <> k.revision"))
            {
                yield return new($"collation of cutting number {number}", "it belongs to another revision than the present one");
            }

            foreach (var complaint in await ListsAsync(statements, expected, cancel))
            {
                yield return complaint;
            }
        }
        finally
        {
            await statements.Transaction.DisposeAsync();
        }
    }

    private static Damage? Check(StoredCutting cutting, long sort, long digest, TimeZoneInfo zone, Dictionary<(ListKind, string), long> expected)
    {
        var item = $"cutting {cutting.Cutting.Id}";
        if (cutting.Cutting.Status == CuttingStatus.Published)
        {
            foreach (var place in Places.Of(cutting.Cutting.Posted, cutting.Author?.Id, cutting.Outlet?.Id, cutting.Categories.Select(term => (long)term.Id), cutting.Tags.Select(term => (long)term.Id), zone))
            {
                expected[place] = expected.GetValueOrDefault(place) + 1;
            }
        }

        return Digest.Of(cutting.Cutting) != digest ? new(item, "its text is not what its digest was made of")
            : Places.Sort(cutting.Cutting.Posted) != sort ? new(item, "it is not filed under its posted date")
            : null;
    }

    private static async ValueTask<List<Damage>> ListsAsync(Statements statements, Dictionary<(ListKind, string), long> expected, CancellationToken cancel)
    {
        var damaged = new List<Damage>();
        var rows = await statements.RowsAsync(
            cancel,
            row => (Kind: (ListKind)row.GetInt64(0), Key: row.GetString(1), Total: row.GetInt64(2), Listed: row.GetInt64(3)),
            "SELECT lists.kind, lists.key, lists.total, (SELECT count(*) FROM listing JOIN cuttings ON cuttings.number = listing.number AND cuttings.sort = listing.sort WHERE listing.list = lists.id) FROM lists");
        foreach (var row in rows)
        {
            expected.Remove((row.Kind, row.Key), out var wanted);
            if (row.Total != wanted || row.Listed != wanted)
            {
                damaged.Add(new($"list {row.Kind} {row.Key}".TrimEnd(), $"it counts {row.Total} and holds {row.Listed} cuttings, but {wanted} belong there"));
            }
        }

        damaged.AddRange(expected.Select(list => new Damage($"list {list.Key.Item1} {list.Key.Item2}".TrimEnd(), $"it is missing, and {list.Value} cuttings belong there")));
        return damaged;
    }
}
