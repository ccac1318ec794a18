using System.Collections.Immutable;
using Cuttings.Sources;

namespace Cuttings.Collation;

/// <summary>A collation of a cutting with one of its sources.</summary>
/// <param name="Source">Which source, from 0.</param>
/// <param name="Edition">Which of its editions, from 0: the one that fits best.</param>
/// <param name="Collated">What came of it.</param>
public sealed record SourceCollation(int Source, int Edition, Collated Collated);

/// <summary>Collates a cutting with every source of which a text is kept.</summary>
public static class CuttingCollator
{
    /// <summary>Grows when the same texts give other answers than before: stored collations of an older method are made again.</summary>
    public const int Method = 1;

    /// <summary>One collation a source, in the order of the sources; none where no text is kept, or where it is too large to compare.</summary>
    public static ImmutableArray<SourceCollation> Collate(Cutting cutting)
    {
        ArgumentNullException.ThrowIfNull(cutting);
        var all = cutting.Sources
            .Select((source, n) => Best(cutting, source, n))
            .OfType<SourceCollation>()
            .ToImmutableArray();
        return all.Length < 2 ? all : [.. all.Select(one => one with { Collated = one.Collated with { Elsewhere = Elsewhere(one, all) } })];
    }

    /// <summary>True where at least one text of a source is kept.</summary>
    public static bool CanCollate(Cutting cutting)
    {
        ArgumentNullException.ThrowIfNull(cutting);
        return cutting.Sources.Any(source => source.Editions.Any(edition => !edition.Text.IsEmpty));
    }

    private static SourceCollation? Best(Cutting cutting, Source source, int number) => source.Editions
        .Select((edition, n) => (Edition: edition, Number: n))
        .Where(one => !one.Edition.Text.IsEmpty)
        .Select(one => Try(number, one.Number, Input(cutting, source, one.Edition)))
        .OfType<SourceCollation>()
        .OrderByDescending(one => Fit(one.Collated))
        .FirstOrDefault();

    // A text that is too large to compare is kept all the same.
    private static SourceCollation? Try(int source, int edition, CollationInput input)
    {
        try
        {
            return new(source, edition, Collator.Collate(input));
        }
        catch (CuttingsException error) when (error.Kind == ErrorKind.BadInput)
        {
            return null;
        }
    }

    private static CollationInput Input(Cutting cutting, Source source, Edition edition)
    {
        var titled = source.Title is { Length: > 0 };
        var excerpt = cutting.Excerpt.ToText();
        var text = string.Join("\n\n", edition.Text);

        // A title is one line, or it would be more than the first paragraph.
        return new(
            titled ? OneLine(cutting.Headline) + "\n\n" + excerpt : excerpt,
            titled ? OneLine(source.Title!) + "\n\n" + text : text)
        {
            CreditLine = false,
            Headline = titled,
            Truncated = edition.Truncated,
        };
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    // The more is verbatim and the less is changed, the likelier this edition lay on the desk.
    private static double Fit(Collated collated) => collated.Sentences.Sum(sentence => sentence.Verdict switch
    {
        Verdict.Verbatim => 3,
        Verdict.Moved => 2.8,
        Verdict.Trimmed => 2,
        Verdict.Joined => 1.5,
        Verdict.Altered => 1,
        _ => 0,
    } - (0.1 * sentence.Variants.Count(variant => !variant.Marked)));

    // Sentences that this source lacks and another one has.
    private static ImmutableArray<int> Elsewhere(SourceCollation one, ImmutableArray<SourceCollation> all) =>
    [
        .. one.Collated.Headline is { } headline && all.Any(other => other != one && other.Collated.Headline is { } better && Fit(better) > Fit(headline)) ? new[] { 0 } : [],
        .. one.Collated.Sentences
            .Where(sentence => all.Any(other => other != one && Fit(other.Collated.Sentences[sentence.Number - 1]) > Fit(sentence)))
            .Select(sentence => sentence.Number),
    ];

    private static int Fit(CollatedSentence sentence) => sentence.Verdict switch
    {
        Verdict.Added or Verdict.Beyond => 0,
        Verdict.Altered or Verdict.Joined => 1,
        _ => 2,
    };
}
