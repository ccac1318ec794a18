using Cuttings.Listing;
using Cuttings.Vocabulary;

namespace Cuttings.Storage.Reading;

/// <summary>A stretch of a list, by keyset: page 1,000 costs what page 1 costs.</summary>
internal static class ListReader
{
    private const int Lead = 16;
    private const string From = $"SELECT {CuttingRow.Listed}, l.lead FROM listing l JOIN cuttings c ON c.number = l.number WHERE l.list = @p0";
    private const string Leads = " AND (l.lead IS NULL OR l.lead = l.number)";
    private const string First = " ORDER BY l.sort, l.number LIMIT @p1 OFFSET @p2";
    private const string After = " AND (l.sort, l.number) > (@p2, @p3) ORDER BY l.sort, l.number LIMIT @p1";
    private const string Before = " AND (l.sort, l.number) < (@p2, @p3) ORDER BY l.sort DESC, l.number DESC LIMIT @p1";

    public static async ValueTask<ListPage?> ReadAsync(Statements statements, Words words, ListRequest request, CancellationToken cancel)
    {
        var key = request.List.Kind switch
        {
            ListKind.Category => words.Find(TermKind.Category, request.List.Key)?.Id.ToString(),
            ListKind.Tag => words.Find(TermKind.Tag, request.List.Key)?.Id.ToString(),
            ListKind.Outlet => words.Find(TermKind.Outlet, request.List.Key)?.Id.ToString(),
            ListKind.Author => words.Find(TermKind.Author, request.List.Key)?.Id.ToString(),
            ListKind.All or ListKind.Undated => "",
            _ => request.List.Key,
        };
        if (key is null)
        {
            return null;
        }

        var list = await statements.RowsAsync(cancel, row => (Id: row.GetInt64(0), Total: (int)row.GetInt64(1)), "SELECT id, total FROM lists WHERE kind = @p0 AND key = @p1", (long)request.List.Kind, key);
        if (list.Count == 0 || list[0].Total == 0)
        {
            return request.List.Kind is ListKind.Year or ListKind.Month ? null : new ListPage(request.List, 0, [], null, null);
        }

        var (id, total) = list[0];
        var from = request.WithCopies ? From : From + Leads;
        var wanted = request.Length + 1L;
        if (request.Before is { } before)
        {
            var rows = await RowsAsync(from + Before, before.Sort, before.Number);
            if (rows.Count >= request.Length)
            {
                var more = rows.Count > request.Length;
                rows = rows[..request.Length];
                rows.Reverse();
                return new(request.List, total, await ShownAsync(rows), more ? rows[0].Cutting.Position : null, rows[^1].Cutting.Position);
            }
        }

        // Fewer than a page stand before: the first page is whole again.
        var found = request is { Before: null, After: { } after }
            ? await RowsAsync(from + After, after.Sort, after.Number)
            : await RowsAsync(from + First, (long)(request.Before is null ? request.Skip : 0));
        var goesOn = found.Count > request.Length;
        found = goesOn ? found[..request.Length] : found;
        var follows = request.Before is null && (request.After is not null || request.Skip > 0) && found.Count > 0;
        return new(request.List, total, await ShownAsync(found), follows ? found[0].Cutting.Position : null, goesOn ? found[^1].Cutting.Position : null);

        ValueTask<List<(ListedCutting Cutting, bool Leads)>> RowsAsync(string sql, params object?[] place) =>
            statements.RowsAsync(cancel, row => (CuttingRow.ToListed(row, words), row.NumberOrNull(Lead) is { } lead && lead == row.GetInt64(0)), sql, [id, wanted, .. place]);

        async ValueTask<IReadOnlyList<ListedCutting>> ShownAsync(List<(ListedCutting Cutting, bool Leads)> rows)
        {
            var shown = new List<ListedCutting>(rows.Count);
            foreach (var (cutting, leads) in rows)
            {
                shown.Add(leads && !request.WithCopies ? cutting with { AlsoIn = await Copies.UnderAsync(statements, words, id, cutting.Number, cancel) } : cutting);
            }

            return shown;
        }
    }
}
