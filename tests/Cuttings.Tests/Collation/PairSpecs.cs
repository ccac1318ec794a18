using Xunit;

namespace Cuttings.Tests.Collation;

/// <summary>The collator against more than sixty pairs labelled by hand.</summary>
public class PairSpecs
{
    private static readonly Lazy<Tally> Counted = new(() =>
    {
        var tally = new Tally();
        foreach (var pair in Pair.All)
        {
            tally.Add(pair);
        }

        if (Environment.GetEnvironmentVariable("CUTTINGS_PAIRS_REPORT") is { } path)
        {
            File.WriteAllText(path, $"verdicts {tally.RightVerdicts}/{tally.Sentences}; omissions {tally.OmissionsFound}/{tally.UnmarkedOmissions}; misquotations {tally.MisquotationsFound}/{tally.Misquotations}; precision {tally.Precision:0.000} recall {tally.Recall:0.000}; editions wrong {tally.WrongEditions}\n\n{tally.Table()}\n{tally.Faults}");
        }

        return tally;
    });

    [Fact]
    public void There_are_sixty_pairs_and_more() => Assert.True(Pair.All.Count() >= 60);

    [Fact]
    public void Verdicts_are_right() => Assert.True(Counted.Value.RightVerdicts >= 0.98 * Counted.Value.Sentences, Said());

    [Fact]
    public void Every_unmarked_omission_is_found() => Assert.True(Counted.Value.OmissionsFound == Counted.Value.UnmarkedOmissions, Said());

    [Fact]
    public void Every_misquotation_is_found() => Assert.True(Counted.Value.MisquotationsFound == Counted.Value.Misquotations, Said());

    [Fact]
    public void Warnings_are_seldom_false() => Assert.True(Counted.Value.Precision >= 0.9, Said());

    [Fact]
    public void Warnings_are_seldom_missed() => Assert.True(Counted.Value.Recall >= 0.9, Said());

    private static string Said() => $"verdicts {Counted.Value.RightVerdicts} of {Counted.Value.Sentences}, omissions {Counted.Value.OmissionsFound} of {Counted.Value.UnmarkedOmissions}, misquotations {Counted.Value.MisquotationsFound} of {Counted.Value.Misquotations}, precision {Counted.Value.Precision:0.000}, recall {Counted.Value.Recall:0.000}\n{Counted.Value.Faults}";
}
