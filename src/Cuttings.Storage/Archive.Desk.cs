using Cuttings.Archiving;
using Cuttings.Storage.Reading;
using Cuttings.Vocabulary;

namespace Cuttings.Storage;

/// <summary>What only the desk may see: cuttings of any status.</summary>
internal sealed partial class Archive
{
    public ValueTask<Inventory> InventoryAsync(InventoryRequest request, CancellationToken cancel = default) =>
        ReadAsync((statements, words) => InventoryReader.ReadAsync(statements, words, request, cancel), cancel);

    public ValueTask<IReadOnlyList<Change>> DeskChangesAsync(long since, int limit, CancellationToken cancel = default) => ChangesAsync(since, limit, "1 = 1", cancel);

    public ValueTask<IReadOnlySet<int>> UsedTermsAsync(TermKind kind, CancellationToken cancel = default) => ReadAsync<IReadOnlySet<int>>(
        async (statements, words) =>
        {
            var column = kind switch { TermKind.Category => "categories", TermKind.Tag => "tags", TermKind.Outlet => "outlet", _ => "author" };
            var borne = kind is TermKind.Category or TermKind.Tag
                ? (await statements.RowsAsync(cancel, row => row.GetString(0), $"SELECT DISTINCT {column} FROM cuttings WHERE {column} <> ''")).SelectMany(words.Many)
                : (await statements.RowsAsync(cancel, row => row.GetInt64(0), $"SELECT DISTINCT {column} FROM cuttings WHERE {column} IS NOT NULL")).Select(id => words.Find(id)).OfType<Term>();
            return borne.Select(term => term.Id).ToHashSet();
        },
        cancel);
}
