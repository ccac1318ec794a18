using Cuttings.Archiving;
using Cuttings.Vocabulary;

namespace Cuttings.Storage.Writing;

/// <summary>Making collations again, and saying how much of them is shown.</summary>
internal sealed partial class WriteSession
{
    public ValueTask SetSourcesAsync(string outlet, SourceRule rule, CancellationToken cancel = default) => Run(async () =>
    {
        await statements.RunAsync(cancel, "UPDATE terms SET sources = @p1 WHERE id = @p0", (long)Known(TermKind.Outlet, outlet).Id, (long)rule);
        await NoteAsync(0, RevisionKind.Edited, null, null, cancel);
    });

    public ValueTask<int> CollateStaleAsync(int limit, CancellationToken cancel = default) => Run(async () =>
    {
        var numbers = await statements.RowsAsync(cancel, row => row.GetInt64(0), $"SELECT c.number FROM cuttings c WHERE {Archive.Stale} ORDER BY c.number LIMIT @p1", (long)Collation.CuttingCollator.Method, (long)limit);
        foreach (var number in numbers)
        {
            var stored = (await FindAsync(number, cancel))!;
            await Collations.RemoveAsync(statements, number, cancel);
            await Collations.WriteAsync(statements, number, stored.Cutting, stored.Revision, clock.GetUtcNow(), cancel);
        }

        if (numbers.Count > 0)
        {
            // Pages show what collations say: they are made anew too.
            await NoteAsync(0, RevisionKind.Edited, null, null, cancel);
        }

        return numbers.Count;
    });
}
