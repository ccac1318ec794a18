namespace Cuttings.Collation.Warnings;

/// <summary>Asks every rule about a sentence or a gap. A rule looks at one kind of change and says nothing where it is not sure.</summary>
internal static class Warner
{
    private delegate IEnumerable<Warning> Rule(Comparison comparison, SentenceMatch sentence);

    private static readonly Rule[] OfSentences =
    [
        Misquotations.Check, Negations.Check, Names.Check, Speakers.Check, Joins.Check, Attributions.Check, Hedges.Check, Numbers.Check,
        Quantifiers.Check, Tenses.Check, DateRelations.Check, References.Check, Contrasts.Check, Bases.Check, Denials.Check, OtherLanguages.Check,
    ];

    private static readonly Rule[] OfHeadlines = [Misquotations.Check, Negations.Check, Names.Check, Numbers.Check, Quantifiers.Check, HeadlineHedges.Check, OtherLanguages.CheckHeadline];

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence, bool edition)
    {
        if (!sentence.IsFound)
        {
            return [];
        }

        if (sentence is { IsUnchanged: true, IsHeadline: false, Sources.Count: 1 })
        {
            return References.Check(comparison, sentence);
        }

        var rules = sentence.IsHeadline ? OfHeadlines : IsReworded(comparison, sentence) ? [Misquotations.Check, Joins.Check] : OfSentences;
        return rules.SelectMany(rule => rule(comparison, sentence)).Where(warning => !(edition && Editions.Explains(warning)));
    }

    public static IEnumerable<Warning> Check(Comparison comparison, Gap gap, bool edition) => Editions.Softened(
        Denials.Check(comparison, gap).Concat(Bases.Check(comparison, gap)).Concat(Misquotations.Check(comparison, gap)), edition);

    // So little is left of the source's words that no change of one of them can be told.
    private static bool IsReworded(Comparison comparison, SentenceMatch sentence)
    {
        var kept = 0;
        for (var word = sentence.Words.Start; word < sentence.Words.End; word++)
        {
            kept += comparison.From[word] >= 0 ? 1 : 0;
        }

        return kept * 4 < sentence.Words.Length && sentence.Words.Length > 4;
    }
}
