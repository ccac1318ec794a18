using System.Text;
using Cuttings.Collation;
using Xunit;

namespace Cuttings.Tests.Collation;

/// <summary>The examples under Specs/: what an editor may read about verdicts and warnings is what the collator does.</summary>
public class MarkdownSpecs
{
    public static IEnumerable<TheoryDataRow<string, string>> Examples => Example.All.Select(example => new TheoryDataRow<string, string>(example.File, example.Heading) { TestDisplayName = $"{example.File}: {example.Heading}" });

    public static TheoryData<string> Kinds => new(WarningKind.All);

    public static TheoryData<string> AllVerdicts => new(Enum.GetValues<Verdict>().Select(CollationJson.Name));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_holds(string file, string heading)
    {
        var example = Example.All.First(one => one.File == file && one.Heading == heading);
        var collated = Collator.Collate(example.Input);
        var faults = Faults(example, collated).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults) + "\n\nThe collator says:\n" + Table(collated));
    }

    [Fact]
    public void No_two_examples_of_a_file_share_a_heading() => Assert.Empty(Example.All.GroupBy(example => (example.File, example.Heading)).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_example_expects_something() => Assert.Empty(Example.All.Where(example => example.Rows.Count == 0 && example.Sentences is null).Select(example => $"{example.File}: {example.Heading}"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_warning_has_examples_and_near_misses(string kind)
    {
        var fires = Example.All.Where(example => example.File == kind).ToLookup(example => example.Rows.Any(row => row.Warnings.Contains(kind)));
        Assert.True(fires[true].Count() >= 2, $"{kind}.md shows it firing {fires[true].Count()} times");
        Assert.True(fires[false].Count() >= 3, $"{kind}.md shows it silent {fires[false].Count()} times");
    }

    [Theory]
    [MemberData(nameof(AllVerdicts))]
    public void Every_verdict_has_an_example(string verdict) => Assert.Contains(Example.All, example => example.Rows.Any(row => row.Verdict == verdict));

    private static IEnumerable<string> Faults(Example example, Collated collated)
    {
        var sentences = collated.Sentences.Select(sentence => (Place: sentence.Number.ToString(), Sentence: sentence)).ToList();
        if (collated.Headline is { } headline)
        {
            sentences.Insert(0, ("headline", headline));
        }

        foreach (var (place, sentence) in sentences)
        {
            var row = example.Rows.FirstOrDefault(row => row.Place == place) ?? new(place, "verbatim", [], null);
            var found = new Row(place, CollationJson.Name(sentence.Verdict), Names(sentence.Warnings), row.Differences is null ? null : Differences(sentence));
            if (!row.Says(found))
            {
                yield return $"{row}\n  but: {found}";
            }
        }

        // A gap holds no words where a mark claims a cut that was not made.
        var gaps = collated.Omissions.GroupBy(omission => $"left out after {omission.After}").ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (place, omissions) in gaps)
        {
            var found = new Row(place, omissions.TrueForAll(one => one.Marked) ? "marked" : "unmarked", Names(omissions.SelectMany(one => one.Warnings)), null);
            var row = example.Rows.FirstOrDefault(row => row.Place == place);
            if (row is null || !(row with { Differences = null }).Says(found))
            {
                yield return $"{row?.ToString() ?? "(no row)"}\n  but: {found}";
            }
        }

        foreach (var row in example.Rows.Where(row => !gaps.ContainsKey(row.Place) && !sentences.Exists(one => one.Place == row.Place)))
        {
            yield return $"{row}\n  but there is no such place";
        }

        if (example.AnotherEdition != collated.AnotherEdition)
        {
            yield return $"another edition: {collated.AnotherEdition}";
        }

        if (example.Sentences is { } wanted && !wanted.SequenceEqual(collated.Sentences.Select(sentence => OneLine(sentence.Text))))
        {
            yield return "sentences:\n" + string.Join('\n', collated.Sentences.Select(sentence => OneLine(sentence.Text)));
        }
    }

    private static List<string> Names(IEnumerable<Warning> warnings) => [.. warnings.Select(warning => warning.Kind).Distinct().Order(StringComparer.Ordinal)];

    // As a proof-reader would mark it: ~~out~~ **in**.
    private static string Differences(CollatedSentence sentence) => string.Join("; ", sentence.Variants.Select(variant => (variant.Kind switch
    {
        VariantKind.Omission => $"~~{variant.Source}~~",
        VariantKind.Addition => $"**{variant.Cutting}**",
        VariantKind.Substitution => $"~~{variant.Source}~~ **{variant.Cutting}**",
        _ => $"⇄ {variant.Cutting}",
    }) + (variant.Marked ? " (marked)" : "")).Select(OneLine));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Table(Collated collated)
    {
        var table = new StringBuilder();
        foreach (var sentence in collated.Headline is { } headline ? collated.Sentences.Prepend(headline) : collated.Sentences)
        {
            table.Append($"| {(sentence.Number == 0 ? "headline" : sentence.Number)} | {CollationJson.Name(sentence.Verdict)} | {string.Join(", ", Names(sentence.Warnings))} | {Differences(sentence)} |   {sentence.Text}\n");
            table.AppendJoin("", sentence.Warnings.Select(warning => $"      {warning.Kind}: {warning.Text}\n"));
        }

        foreach (var omission in collated.Omissions)
        {
            table.Append($"| left out after {omission.After} | {(omission.Marked ? "marked" : "unmarked")} | {string.Join(", ", Names(omission.Warnings))} |   {OneLine(omission.Source.Of(collated.SourceText))}\n");
        }

        return table.ToString();
    }
}
