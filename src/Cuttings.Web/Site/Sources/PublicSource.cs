using Cuttings.Archiving;
using Cuttings.Duplicates;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Web.Site.Sources;

/// <summary>A source that the public may see: one that a published cutting cites.</summary>
/// <param name="Source">The source.</param>
/// <param name="Editions">Its editions, oldest first.</param>
/// <param name="Snapshots">The snapshot of each, or null.</param>
/// <param name="Looks">What the looks at it came to, newest first.</param>
/// <param name="CitedBy">The published cuttings that cite it, in imported order; not all where they are very many.</param>
/// <param name="Citing">How many they are.</param>
/// <param name="Rule">How much of its words may be shown.</param>
internal sealed record PublicSource(KeptSource Source, List<KeptEdition> Editions, List<Snapshot?> Snapshots, IReadOnlyList<Cuttings.Sources.Look> Looks, IReadOnlyList<StoredCutting> CitedBy, int Citing, SourceRule Rule)
{
    private const int MostCiting = 200;
    private const int MostLooks = 500;

    /// <summary>What a reader may call it.</summary>
    public string Name => Source.Title ?? CitedBy.SelectMany(stored => stored.Cutting.Sources).FirstOrDefault(cited => CanonicalAddress.Of(cited.Url) == Source.Key)?.Title ?? Source.Outlet ?? WebAddress.HostOf(Source.Address);

    public string Path => PathOf(Source.Id);

    public static string PathOf(long id) => $"/source/{id}";

    public static string PathOf(long id, int edition) => $"/source/{id}/edition/{edition}";

    public static async ValueTask<PublicSource?> FindAsync(Context context, long id, CancellationToken cancel)
    {
        var sources = context.Archive.Sources;
        if (await sources.FindAsync(id, cancel) is not { } source)
        {
            return null;
        }

        var slugs = await sources.CitedByAsync(id, cancel);
        var cited = new List<StoredCutting>();
        foreach (var slug in slugs.Take(MostCiting))
        {
            // Who cites it is noted after the cutting has changed: what the cutting says now counts.
            if (await context.Archive.FindBySlugAsync(slug, cancel) is { } stored && stored.Cutting.Sources.Any(one => CanonicalAddress.Of(one.Url) == source.Key))
            {
                cited.Add(stored);
            }
        }

        if (cited.Count == 0)
        {
            return null;
        }

        var editions = (await sources.EditionsAsync(id, cancel)).ToList();
        var snapshots = new List<Snapshot?>();
        foreach (var edition in editions)
        {
            snapshots.Add(edition.Snapshot is { } snapshot ? await sources.SnapshotAsync(snapshot, cancel) : null);
        }

        return new(source, editions, snapshots, await sources.LooksAsync(id, MostLooks, cancel), cited, cited.Count + Math.Max(0, slugs.Count - MostCiting), await SourceRules.OfAsync(context, source, cited, cancel));
    }
}
