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

    [Fact]
    public void The_docs_have_these_figures()
    {
        var path = Path.GetFullPath(Path.Combine(Folder.Of(), "../../../docs/collation.md"));
        var (docs, figures) = (File.ReadAllText(path), Figures());
        var (start, end) = (docs.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, docs.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("CUTTINGS_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, docs[..start] + "\n" + figures + docs[end..]);
            return;
        }

        Assert.True(docs[start..end].Trim() == figures.Trim(), "docs/collation.md has other figures: run this with CUTTINGS_WRITE_DOCS=1.");
    }

    private const string Begin = "<!-- tally -->";
    private const string End = "<!-- /tally -->";

    private static string Figures() =>
        FormattableString.Invariant($"{Pair.All.Count()} pairs: {Counted.Value.RightVerdicts} of {Counted.Value.Sentences} verdicts right ({100.0 * Counted.Value.RightVerdicts / Counted.Value.Sentences:0.0} %), {Counted.Value.OmissionsFound} of {Counted.Value.UnmarkedOmissions} unmarked omissions and {Counted.Value.MisquotationsFound} of {Counted.Value.Misquotations} misquotations found; warnings with a precision of {Counted.Value.Precision:0.000} and a recall of {Counted.Value.Recall:0.000}; another edition told rightly in all but {Counted.Value.WrongEditions}.\n\n{Counted.Value.Table()}");

    private static string Said() => $"verdicts {Counted.Value.RightVerdicts} of {Counted.Value.Sentences}, omissions {Counted.Value.OmissionsFound} of {Counted.Value.UnmarkedOmissions}, misquotations {Counted.Value.MisquotationsFound} of {Counted.Value.Misquotations}, precision {Counted.Value.Precision:0.000}, recall {Counted.Value.Recall:0.000}\n{Counted.Value.Faults}";
}
