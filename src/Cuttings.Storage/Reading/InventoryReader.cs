using System.Data.Common;
using Cuttings.Archiving;
using Cuttings.Vocabulary;

namespace Cuttings.Storage.Reading;

/// <summary>A stretch of all that the archive holds, of any status.</summary>
internal static class InventoryReader
{
    private const int Status = 16;

    public static async ValueTask<Inventory> ReadAsync(Statements statements, Words words, InventoryRequest request, CancellationToken cancel)
    {
        var (wanted, values) = ("WHERE 1 = 1", new List<object?>());
        if (request.Status is { } status)
        {
            wanted += $" AND c.status = {Next((long)status)}";
        }

        if (request.Category is { } category)
        {
            wanted += $" AND c.categories LIKE {Next($"%,{await CategoryAsync(statements, category, cancel)},%")}";
        }

        var total = await statements.NumberAsync(cancel, $"SELECT count(*) FROM cuttings c {wanted}", [.. values]);
        if (request.After is { } after)
        {
            var (sort, number) = await PlaceAsync(statements, after, cancel);
            wanted += $" AND (c.sort, c.number) > ({Next(sort)}, {Next(number)})";
        }

        var rows = await statements.RowsAsync(cancel, ToHeld, $"SELECT {CuttingRow.Listed}, c.status FROM cuttings c {wanted} ORDER BY c.sort, c.number LIMIT {Next(request.Limit + 1L)}", [.. values]);
        return new(total.GetValueOrDefault(), rows.Count > request.Limit ? rows[..request.Limit] : rows, rows.Count > request.Limit);

        string Next(object value)
        {
            values.Add(value);
            return $"@p{values.Count - 1}";
        }

        HeldCutting ToHeld(DbDataReader row) => new(CuttingRow.ToListed(row, words), (CuttingStatus)row.GetInt64(Status));
    }

    private static async ValueTask<long> CategoryAsync(Statements statements, string name, CancellationToken cancel) =>
        await statements.NumberAsync(cancel, "SELECT term FROM term_names WHERE kind = @p0 AND folded = @p1", (long)TermKind.Category, TermName.Fold(name))
        ?? throw new CuttingsException(ErrorKind.NotFound, $"There is no such category: '{name}'.");

    private static async ValueTask<(long Sort, long Number)> PlaceAsync(Statements statements, string slugOrId, CancellationToken cancel)
    {
        var places = await statements.RowsAsync(cancel, row => (row.GetInt64(0), row.GetInt64(1)), "SELECT sort, number FROM cuttings WHERE slug = @p0 UNION ALL SELECT sort, number FROM cuttings WHERE id = @p0", slugOrId);
        return places.Count > 0 ? places[0] : throw new CuttingsException(ErrorKind.NotFound, $"There is no cutting '{slugOrId}'.");
    }
}
