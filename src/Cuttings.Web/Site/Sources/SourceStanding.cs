using Cuttings.Sources;

namespace Cuttings.Web.Site.Sources;

/// <summary>Where a source stands, and since when, from the looks at it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Since">When it was first found so, without a break since; null where no look is recorded.</param>
/// <param name="Status">The HTTP status of that look; 0 for none.</param>
/// <param name="LastSeen">When it was last found there; null for never.</param>
internal sealed record SourceStanding(KeptSource Source, DateTimeOffset? Since, int Status, DateTimeOffset? LastSeen)
{
    /// <summary>Gone, or something else in its place: its address leads nowhere that a reader would want.</summary>
    public bool IsGone => Source.State is SourceState.Gone or SourceState.SoftGone or SourceState.Parked;

    /// <param name="source">The source.</param>
    /// <param name="looks">The looks at it, newest first.</param>
    public static SourceStanding Of(KeptSource source, IReadOnlyList<Cuttings.Sources.Look> looks)
    {
        // A domain that is parked after its page was gone was gone all along; an error between says nothing.
        var run = looks.TakeWhile(look => Group(look.State) == Group(source.State) || (Group(source.State) == 1 && look.State == SourceState.Unreachable))
            .Where(look => Group(look.State) == Group(source.State)).ToList();
        var seen = looks.FirstOrDefault(look => look.State == SourceState.Alive)?.At;
        return new(source, run.Count > 0 ? run[^1].At : source.Looked, run.Count > 0 ? run[^1].Status : 0, source.State == SourceState.Alive ? source.Looked ?? seen : seen);
    }

    /// <summary>In a sentence, as HTML.</summary>
    public string Sentence() => Source.State switch
    {
        SourceState.Unknown => "Nobody has looked at its address yet.",
        SourceState.Alive => $"It was there when this archive last looked{On(Source.Looked)}.",
        SourceState.Gone => $"The original is gone{SinceWhen()}{(Status > 0 ? $" ({Status})" : "")}.",
        SourceState.SoftGone => $"The original is gone{SinceWhen()}, though its server says otherwise{(Status > 0 ? $" ({Status})" : "")}.",
        SourceState.Parked => $"The original is gone{SinceWhen()}: its domain is parked, and somebody else’s page stands in its place.",
        SourceState.Denied => $"The original is not given out to this archive{SinceWhen()}{(Status > 0 ? $" ({Status})" : "")}: it may ask for a login or for payment.",
        SourceState.NotAllowed => $"The site asks programs to keep away from it (robots.txt){SinceWhen()}; this archive does.",
        _ => $"The original has been out of reach{SinceWhen()}{(Status > 0 ? $" ({Status})" : "")}, perhaps for now only.",
    };

    private string SinceWhen() => Since is { } at ? " since " + Moments.Day(at) : "";

    private static string On(DateTimeOffset? at) => at is { } known ? ", on " + Moments.Day(known) : "";

    private static int Group(SourceState state) => state switch
    {
        SourceState.Gone or SourceState.SoftGone or SourceState.Parked => 1,
        SourceState.Alive => 2,
        SourceState.Denied => 3,
        SourceState.NotAllowed => 4,
        SourceState.Unreachable => 5,
        _ => 0,
    };
}
