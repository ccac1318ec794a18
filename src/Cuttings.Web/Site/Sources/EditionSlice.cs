using Cuttings.Sources;

namespace Cuttings.Web.Site.Sources;

/// <summary>Some editions of a source, newest first, each with what changed from the one before: a source that changes daily has very many.</summary>
/// <param name="Editions">Where each stands in the source's editions, and what changed; null for the first edition.</param>
/// <param name="Before">The number of the edition before which it goes on; null at the end.</param>
internal sealed record EditionSlice(IReadOnlyList<(int At, EditionChanges? Changes)> Editions, int? Before)
{
    private const int Most = 20;

    public static EditionSlice Of(Context context, PublicSource source)
    {
        var end = int.TryParse(context.Query["before"], out var before) ? source.Editions.FindIndex(edition => edition.Number >= before) : source.Editions.Count;
        end = end < 0 ? source.Editions.Count : end;
        var start = Math.Max(0, end - Most);
        var editions = Enumerable.Range(start, end - start).Reverse().Select(at => (at, at == 0 ? null : EditionChanges.Between(source.Editions[at - 1], source.Editions[at]))).ToList();
        return new(editions, start > 0 ? source.Editions[start].Number : null);
    }
}
