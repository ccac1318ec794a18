namespace Cuttings.Collation.Warnings;

/// <summary>A "not" that was lost, put in, or swallowed by an ellipsis while what it denied stays.</summary>
internal static class Negations
{
    private const int Short = 4;
    private static readonly Phrases Words = new("negation");

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.Changes.Where(change => change.Sign == SignChange.None && change.Kind != VariantKind.Transposition))
        {
            if (change.Marked && change.Kind != VariantKind.Omission)
            {
                continue;
            }

            var (lost, put) = (Words.First(comparison.Source, change.Source), Words.First(comparison.Cutting, change.Cutting));
            if ((lost.IsEmpty != put.IsEmpty) && Elsewhere(comparison, sentence, change, lost.IsEmpty))
            {
                continue;
            }

            if (!lost.IsEmpty && put.IsEmpty && change.Cutting.Length <= 6 && Governs(comparison, change.Source, lost))
            {
                yield return comparison.Warn(WarningKind.NegationChanged, change.Cutting, change.Source, change.Marked
                    ? $"The mark stands for {comparison.Source.Quote(change.Source)}: a negation went with it."
                    : $"{comparison.Source.Quote(lost)} was lost, so that the sentence may say the opposite.");
            }
            else if (lost.IsEmpty && !put.IsEmpty && change.Cutting.Length <= Short && change.Source.Length <= 6)
            {
                yield return comparison.Warn(WarningKind.NegationChanged, change.Cutting, change.Source, $"{comparison.Cutting.Quote(put)} was put in, so that the sentence may say the opposite.");
            }
        }
    }

    // "Not all of them are" that became "they are not": the negation only moved.
    private static bool Elsewhere(Comparison comparison, SentenceMatch sentence, Change change, bool put) =>
        sentence.Changes.Exists(other => other != change && !other.Marked && (put ? Words.In(comparison.Source, other.Source) : Words.In(comparison.Cutting, other.Cutting)));

    // What it denies is still there: little else went with it, or it stands at the edge of what went.
    private static bool Governs(Comparison comparison, Run gone, Run negation)
    {
        if (gone.Length <= Short && !(gone.Length > 2 && comparison.Source.Before(gone.Start).Contains(',') && gone.End < comparison.Source.Words.Count && comparison.Source.Before(gone.End).IndexOfAny(Signs.Stop) >= 0))
        {
            return true;
        }

        return gone.End - negation.End <= 1 || (negation.Start == gone.Start && comparison.Source.Before(gone.Start).IndexOfAny(Signs.ClauseEnd) < 0 && comparison.Source.Lower(negation.Start) is not "without" and not "nor");
    }
}
