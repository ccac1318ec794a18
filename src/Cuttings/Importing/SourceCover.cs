using System.Collections.Immutable;
using Cuttings.Exchange;
using Cuttings.Sources;

namespace Cuttings.Importing;

/// <summary>Whether the sources that a cutting has here say all that those coming in say: editions captured since, and what was read from them, are no difference.</summary>
internal static class SourceCover
{
    public static bool Covers(ImmutableArray<Source> kept, ImmutableArray<Source> incoming) =>
        kept.Length == incoming.Length && kept.Zip(incoming).All(pair => Covers(pair.First, pair.Second));

    private static bool Covers(Source kept, Source incoming)
    {
        var filled = incoming with
        {
            Title = incoming.Title ?? kept.Title,
            Outlet = incoming.Outlet ?? kept.Outlet,
            Byline = incoming.Byline ?? kept.Byline,
            Published = incoming.Published ?? kept.Published,
        };
        return Same(kept with { Editions = [] }, filled with { Editions = [] })
            && incoming.Editions.All(edition => kept.Editions.Any(other => Same(kept with { Editions = [other] }, kept with { Editions = [edition] })));
    }

    private static bool Same(Source one, Source other) => SourceWriter.Bytes([one]).AsSpan().SequenceEqual(SourceWriter.Bytes([other]));
}
