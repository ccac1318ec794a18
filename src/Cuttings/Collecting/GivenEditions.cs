using System.Collections.Immutable;
using Cuttings.Archiving;
using Cuttings.Duplicates;
using Cuttings.Sources;

namespace Cuttings.Collecting;

/// <summary>The editions that the archive keeps of a source, as the cuttings that cite it are given them: so they are collated with each, and take each with them when they are exported.</summary>
internal sealed class GivenEditions
{
    private readonly string key;
    private readonly string? title;
    private readonly ImmutableArray<(Edition Edition, string Words)> kept;

    private GivenEditions(string key, string? title, ImmutableArray<(Edition Edition, string Words)> kept) => (this.key, this.title, this.kept) = (key, title, kept);

    /// <summary>Those of one source, as this transaction sees them.</summary>
    public static async ValueTask<GivenEditions> OfAsync(IWriteSession session, KeptSource source, CancellationToken cancel)
    {
        var editions = await session.Sources.EditionsAsync(source.Id, cancel);
        return new(source.Key, editions.Select(one => one.Edition.Title).FirstOrDefault(title => title is not null), [.. editions.Select(one => Given(one.Edition, one.Digest)).Where(one => one.Words.Length > 0)]);
    }

    /// <summary>Gives a cutting of whatever status those that it lacks; true where it lacked any. No edit of the desk's: an undo does not mind it.</summary>
    public static async ValueTask<bool> GiveAsync(IWriteSession session, long number, IReadOnlyList<GivenEditions> given, CancellationToken cancel)
    {
        if (given.Count == 0 || await session.FindAsync(number, cancel) is not { } stored)
        {
            return false;
        }

        var sources = given.Aggregate(stored.Cutting.Sources, (sources, one) => one.Complete(sources));
        if (sources == stored.Cutting.Sources)
        {
            return false;
        }

        await session.UpdateAsync(number, stored.Cutting with { Sources = sources }, RevisionKind.Updated, null, cancel);
        return true;
    }

    /// <summary>The sources of a cutting, the first one of this address with all of these; the same array where it has them.</summary>
    private ImmutableArray<Source> Complete(ImmutableArray<Source> sources)
    {
        var at = sources.TakeWhile(cited => CanonicalAddress.Of(cited.Url ?? "") != key).Count();
        if (at == sources.Length)
        {
            return sources;
        }

        var known = sources[at].Editions.Select(edition => Words(edition.Text)).ToHashSet(StringComparer.Ordinal);
        var editions = sources[at].Editions.ToList();
        foreach (var (edition, words) in kept)
        {
            // A text that came back is kept twice, and compared once.
            if (known.Add(words))
            {
                var later = editions.FindIndex(other => other.Captured > edition.Captured);
                editions.Insert(later < 0 ? editions.Count : later, edition);
            }
        }

        return editions.Count == sources[at].Editions.Length ? sources : sources.SetItem(at, sources[at] with { Title = sources[at].Title ?? title, Editions = [.. editions] });
    }

    private static (Edition Edition, string Words) Given(KeptEdition edition, string? digest)
    {
        ImmutableArray<string> text = [.. edition.Text.Blocks.Select(block => block.Html.ToText())];
        return (new() { Captured = edition.Captured, Digest = digest, Text = text, Truncated = edition.Truncated }, Words(text));
    }

    // How paragraphs are parted and spaced is no other text.
    private static string Words(ImmutableArray<string> text) => string.Join(' ', string.Join('\n', text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
