using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>A "not" that was lost, put in, or swallowed by an ellipsis while what it denied stays.</summary>
internal static class Negations
{
    private const int Short = 4;
    private static readonly Phrases Words = new("negation");
    private static readonly Phrases Not = new("negation-not");
    private static readonly FrozenSet<string> Auxiliaries = FrozenSet.Create(StringComparer.Ordinal, "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "be", "been");

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.Changes.Where(change => change.Sign == SignChange.None && change.Kind != VariantKind.Transposition))
        {
            if (change.Marked && change.Kind != VariantKind.Omission)
            {
                continue;
            }

            var (lost, put) = (First(comparison.Source, change.Source), First(comparison.Cutting, change.Cutting));
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
        sentence.Changes.Exists(other => other != change && !other.Marked && (put ? !First(comparison.Source, other.Source).IsEmpty : !First(comparison.Cutting, other.Cutting).IsEmpty));

    // "No. 4" and "nothing but" deny nothing.
    private static Run First(ScannedText text, Run run)
    {
        for (var word = run.Start; word < run.End; word++)
        {
            if (Not.At(text, word, text.Words.Count) is > 0 and var idle)
            {
                word += idle - 1;
                continue;
            }

            var length = Words.At(text, word, run.End);
            if (length > 0 && !(text.Lower(word) == "no" && word + 1 < text.Words.Count && text.Before(word + 1).Contains('.') && text.Words[word + 1].Is(Traits.Number)))
            {
                return new(word, word + length);
            }
        }

        return new(run.End, run.End);
    }

    // What it denies is still there: little else went with it, or it stands at the edge of what went; a clause that went whole took it along.
    // "No one was hurt, although …": the negation's own verb went with it.
    private static bool HasVerb(ScannedText text, Run run) => run.Length > 2 && Enumerable.Range(run.Start, run.Length - 1).Any(word => text.Lower(word) is "was" or "were" or "is" or "are" or "had" or "has" or "have" or "would" or "will");

    private static bool Governs(Comparison comparison, Run gone, Run negation)
    {
        if (gone.Length > 2 && (IsClause(comparison.Source, gone) || HasVerb(comparison.Source, new(negation.End, gone.End))))
        {
            return false;
        }

        var begins = negation.Start == gone.Start || (negation.Start == gone.Start + 1 && Auxiliaries.Contains(comparison.Source.Lower(gone.Start)));
        return gone.Length <= Short || gone.End - negation.End <= 1
            || (begins && comparison.Source.Before(gone.Start).IndexOfAny(Signs.ClauseEnd) < 0 && comparison.Source.Lower(negation.Start) is not "without" and not "nor");
    }

    private static bool IsClause(ScannedText text, Run run) =>
        text.Before(run.Start).IndexOfAny(Signs.ClauseEnd) >= 0
        && (run.End >= text.Words.Count || text.Before(run.End).IndexOfAny(Signs.Stop) >= 0 || text.Before(run.End).IndexOfAny(Signs.ClauseEnd) >= 0);
}
