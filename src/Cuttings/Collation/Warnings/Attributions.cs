namespace Cuttings.Collation.Warnings;

/// <summary>Who said it, left out of a sentence whose statement stays.</summary>
internal static class Attributions
{
    // More than this beyond the attribution, and what it governed went with it.
    private const int Else = 5;

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        List<Attribution>? here = null;
        foreach (var from in sentence.Sources)
        {
            foreach (var attribution in Attribution.In(comparison.Source, comparison.Source.Sentences[from].Words))
            {
                if (comparison.TakenBy[attribution.Verb] >= 0 || Change(sentence, attribution.Verb) is not { Marked: false } change || change.Source.Length - attribution.Clause.Length > Else || !Stays(comparison, sentence, attribution))
                {
                    continue;
                }

                here ??= [.. Attribution.In(comparison.Cutting, sentence.Words)];
                if (here.Exists(other => comparison.From[other.Verb] < 0))
                {
                    // Another verb, or another speaker: the rule of speakers looks at that.
                    continue;
                }

                yield return comparison.Warn(WarningKind.AttributionDropped, sentence.Words, attribution.Clause, $"{comparison.Source.Quote(attribution.Clause)} was left out: the statement now stands as a fact.");
            }
        }
    }

    private static Change? Change(SentenceMatch sentence, int word) => sentence.Changes.Find(change => change.Source.Contains(word));

    private static bool Stays(Comparison comparison, SentenceMatch sentence, Attribution attribution)
    {
        var kept = 0;
        for (var word = attribution.Governs.Start; word < attribution.Governs.End; word++)
        {
            kept += comparison.Kept(sentence, word) ? 1 : 0;
        }

        return kept >= 3 || (kept > 0 && kept * 2 >= attribution.Governs.Length);
    }
}
