using Cuttings.Duplicates;
using Cuttings.Storage.Writing;

namespace Cuttings.Storage.Sources;

/// <summary>Writes stories in the transaction of a <see cref="WriteSession"/>.</summary>
internal sealed class StoryWriter(Database database, Statements statements, TimeProvider clock, Folds folds) : IStoryWriter
{
    private const double Share = 10_000;

    public ValueTask AwaitAsync(long source, CancellationToken cancel = default) =>
        database.RunAsync(() => statements.RunAsync(cancel, "UPDATE sources SET placed = 0 WHERE id = @p0", source));

    public ValueTask LeaveAsync(long source, CancellationToken cancel = default) =>
        database.RunAsync(() => statements.RunAsync(cancel, "UPDATE sources SET placed = NULL WHERE id = @p0", source));

    public ValueTask<long> PlaceAsync(StoryArticle article, IReadOnlyList<StoryLink> links, CancellationToken cancel = default) => database.RunAsync(async () =>
    {
        var placed = await NextAsync(cancel);
        await statements.RunAsync(cancel, "UPDATE sources SET sketch = @p1, words = @p2, placed = @p3 WHERE id = @p0", article.Id, article.Signature.ToBytes(), (long)article.Words, placed);
        await statements.RunAsync(cancel, "DELETE FROM story_links WHERE one = @p0 OR other = @p0", article.Id);
        foreach (var link in links)
        {
            await statements.RunAsync(cancel, "INSERT INTO story_links (one, other, tie, degree, share) VALUES (@p0, @p1, @p2, @p3, @p4)", link.One, link.Other, (long)link.Tie, (long)link.Degree, (long)Math.Round(link.Share * Share));
        }

        return placed;
    });

    public ValueTask TellAsync(IReadOnlyList<long> story, CancellationToken cancel = default) => database.RunAsync(async () =>
    {
        var lead = story.Count > 1 ? story[0] : (long?)null;
        for (var place = 0; place < story.Count; place++)
        {
            await statements.RunAsync(cancel, "UPDATE sources SET story = @p1, place = @p2 WHERE id = @p0", story[place], lead, lead is null ? null : (long)place);
        }

        foreach (var source in story)
        {
            foreach (var number in await statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT number FROM cited WHERE source = @p0", source))
            {
                folds.Touch(number);
            }
        }
    });

    public ValueTask<bool> PartAsync(long one, long other, CancellationToken cancel = default) => PartingAsync(
        "INSERT INTO partings (one, other, at) VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING", one, other, cancel, clock.GetUtcNow().ToUnixTimeMilliseconds());

    public ValueTask<bool> UnpartAsync(long one, long other, CancellationToken cancel = default) => PartingAsync("DELETE FROM partings WHERE one = @p0 AND other = @p1", one, other, cancel);

    public static StoryLink ToLink(System.Data.Common.DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), (StoryTie)row.GetInt64(2), (Degree)row.GetInt64(3), row.GetInt64(4) / Share);

    // Whoever follows looks at partings when something was placed.
    private ValueTask<bool> PartingAsync(string sql, long one, long other, CancellationToken cancel, params object?[] more) => database.RunAsync(async () =>
    {
        if (await statements.Of(sql, [Math.Min(one, other), Math.Max(one, other), .. more]).ExecuteNonQueryAsync(cancel) == 0)
        {
            return false;
        }

        await statements.RunAsync(cancel, "UPDATE sources SET placed = @p1 WHERE id = @p0 AND placed > 0", one, await NextAsync(cancel));
        return true;
    });

    private async ValueTask<long> NextAsync(CancellationToken cancel) => 1 + (await statements.NumberAsync(cancel, "SELECT max(placed) FROM sources WHERE placed IS NOT NULL")).GetValueOrDefault();
}
