using Cuttings.Dating;
using Cuttings.Listing;

namespace Cuttings.Storage.Reading;

/// <summary>Reads the copies of a story that stand under, or beside, one of its cuttings.</summary>
internal static class Copies
{
    private const string Columns = "c.slug, c.headline, c.outlet, c.posted";
    private const string Under = $"SELECT {Columns} FROM listing l JOIN cuttings c ON c.number = l.number WHERE l.list = @p0 AND l.lead = @p1 AND l.number <> @p1 ORDER BY l.sort, l.number LIMIT @p2";
    private const string OfStory = $"SELECT DISTINCT {Columns}, o.place, c.number FROM cited k JOIN sources s ON s.id = k.source JOIN sources o ON o.story = s.story AND o.id <> s.id JOIN cited r ON r.source = o.id JOIN cuttings c ON c.number = r.number WHERE k.number = @p0 AND c.number <> @p0 AND c.status = @p1 ORDER BY o.place, c.number LIMIT @p2";

    // More than a reader would go through.
    private const long Most = 50;

    /// <summary>Those that a list shows under a cutting.</summary>
    public static async ValueTask<IReadOnlyList<ListedCopy>> UnderAsync(Statements statements, Words words, long list, long lead, CancellationToken cancel) =>
        await statements.RowsAsync(cancel, row => ToCopy(row, words), Under, list, lead, Most);

    /// <summary>The other published cuttings of a cutting's story.</summary>
    public static async ValueTask<IReadOnlyList<ListedCopy>> OfStoryAsync(Statements statements, Words words, long number, CancellationToken cancel) =>
        await statements.RowsAsync(cancel, row => ToCopy(row, words), OfStory, number, (long)CuttingStatus.Published, Most);

    private static ListedCopy ToCopy(System.Data.Common.DbDataReader row, Words words) =>
        new(row.GetString(0), row.GetString(1), words.Find(row.NumberOrNull(2)), PostedDate.TryParse(row.TextOrNull(3), out var posted) ? posted : null);
}
