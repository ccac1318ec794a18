using System.Runtime.CompilerServices;
using Cuttings.Dating;
using Cuttings.Duplicates;
using Cuttings.Sources;

namespace Cuttings.Storage.Sources;

/// <summary>Reads stories.</summary>
internal sealed class KeptStories(Database database) : IKeptStories
{
    private const int PageOf = 5_000;
    private const string Links = "SELECT one, other, tie, degree, share FROM story_links";
    private static readonly string Public = $"EXISTS (SELECT 1 FROM sources o JOIN cited k ON k.source = o.id JOIN cuttings c ON c.number = k.number WHERE o.story = s.id AND c.status = {(int)CuttingStatus.Published})";

    // What an undo has left behind is nobody's.
    private static readonly string Anyones = $"EXISTS (SELECT 1 FROM sources o WHERE o.story = s.id AND (o.intake <> {(int)IntakeState.None} OR EXISTS (SELECT 1 FROM cited k WHERE k.source = o.id)))";

    public ValueTask<IReadOnlyList<long>> WaitingAsync(int limit, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<long>>(
        async statements => await statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT id FROM sources WHERE placed = 0 ORDER BY id LIMIT @p0", (long)limit), cancel);

    public async IAsyncEnumerable<(StoryArticle Article, long Placed)> PlacedAsync(long after, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (var last = after; ;)
        {
            var from = last;
            var rows = await database.ReadAsync(
                async statements => await statements.RowsAsync(
                    cancel,
                    row => (Article: ToArticle(row), Placed: row.GetInt64(8)),
                    "SELECT id, key, title, published, outlet, credited, words, sketch, placed FROM sources WHERE placed > @p0 ORDER BY placed LIMIT @p1",
                    from,
                    (long)PageOf),
                cancel);
            foreach (var (article, placed) in rows)
            {
                last = placed;
                if (article is not null)
                {
                    yield return (article, placed);
                }
            }

            if (rows.Count < PageOf)
            {
                yield break;
            }
        }
    }

    public ValueTask<IReadOnlyList<StoryLink>> LinksAsync(long? source, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<StoryLink>>(
        async statements => source is { } id
            ? await statements.RowsAsync(cancel, StoryWriter.ToLink, $"{Links} WHERE one = @p0 UNION ALL {Links} WHERE other = @p0", id)
            : await statements.RowsAsync(cancel, StoryWriter.ToLink, Links),
        cancel);

    public ValueTask<IReadOnlyList<(long One, long Other)>> PartingsAsync(CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<(long, long)>>(
        async statements => await statements.RowsAsync(cancel, row => (row.GetInt64(0), row.GetInt64(1)), "SELECT one, other FROM partings ORDER BY one, other"), cancel);

    public async ValueTask<string?> TextAsync(long source, CancellationToken cancel = default)
    {
        var (html, rest, key) = await database.ReadAsync(
            async statements => (
                await statements.TextAsync(cancel, "SELECT text FROM editions WHERE source = @p0 ORDER BY number DESC LIMIT 1", source),
                await statements.RowsAsync(cancel, row => row.GetString(0), "SELECT c.rest FROM cited k JOIN cuttings c ON c.number = k.number WHERE k.source = @p0 AND c.rest IS NOT NULL ORDER BY CASE WHEN c.status = @p1 THEN 0 ELSE 1 END, c.number LIMIT 4", source, (long)CuttingStatus.Published),
                await statements.TextAsync(cancel, "SELECT key FROM sources WHERE id = @p0", source)),
            cancel);
        return html is not null
            ? Excerpts.Excerpt.FromHtml(html).ToText()
            : rest.SelectMany(json => ContentJson.SourcesOf(json)).Where(cited => CanonicalAddress.Of(cited.Url) == key).Select(CitedText.Of).FirstOrDefault(text => text is not null);
    }

    public ValueTask<IReadOnlyList<KeptSource>> StoryAsync(long source, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<KeptSource>>(
        async statements => await statements.RowsAsync(cancel, SourceRow.ToSource, $"SELECT {SourceRow.Source} FROM sources s WHERE s.story = (SELECT story FROM sources WHERE id = @p0) ORDER BY s.place", source), cancel);

    public ValueTask<IReadOnlyList<long>> LeadsAsync(bool all, long? after, int limit, CancellationToken cancel = default) => database.ReadAsync<IReadOnlyList<long>>(
        async statements => await statements.RowsAsync(cancel, row => row.GetInt64(0), $"SELECT s.id FROM sources s WHERE s.story = s.id AND s.id < @p0 AND {(all ? Anyones : Public)} ORDER BY s.id DESC LIMIT @p1", after ?? long.MaxValue, (long)limit), cancel);

    private static StoryArticle? ToArticle(System.Data.Common.DbDataReader row) => !row.IsDBNull(7) && StorySignature.TryRead(row.GetFieldValue<byte[]>(7), out var signature)
        ? new()
        {
            Id = row.GetInt64(0),
            Key = row.GetString(1),
            Title = row.TextOrNull(2),
            Published = PostedDate.TryParse(row.TextOrNull(3), out var published) ? published : null,
            Outlet = row.TextOrNull(4),
            Credited = row.TextOrNull(5),
            Words = (int)row.NumberOrNull(6).GetValueOrDefault(),
            Signature = signature,
        }
        : null;
}
