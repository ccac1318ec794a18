namespace Cuttings.Collation;

/// <summary>Gives each sentence its verdict: the first that fits.</summary>
internal static class Verdicts
{
    public static void Give(Comparison comparison)
    {
        var lastFound = comparison.Sentences.FindLastIndex(sentence => sentence.IsFound);
        for (var n = 0; n < comparison.Sentences.Count; n++)
        {
            comparison.Sentences[n].Verdict = Of(comparison, comparison.Sentences[n], n > lastFound);
        }

        if (comparison.Headline is { } headline)
        {
            headline.Verdict = Of(comparison, headline, trailing: false);
        }
    }

    private static Verdict Of(Comparison comparison, SentenceMatch sentence, bool trailing)
    {
        if (!sentence.IsFound)
        {
            return comparison.Truncated && trailing ? Verdict.Beyond : Verdict.Added;
        }

        if (comparison.Truncated && RunsOut(comparison, sentence))
        {
            return Verdict.Beyond;
        }

        if (sentence.Sources.Count > 1)
        {
            return Verdict.Joined;
        }

        var plain = sentence.IsUnchanged;
        return plain && sentence.OutOfOrder ? Verdict.Moved
            : plain ? Verdict.Verbatim
            : sentence.Changes.TrueForAll(change => change.Kind == VariantKind.Omission) ? Verdict.Trimmed
            : Verdict.Altered;
    }

    // The source breaks off inside this sentence, and the cutting goes on.
    private static bool RunsOut(Comparison comparison, SentenceMatch sentence) =>
        !sentence.IsUnchanged && sentence.Changes[^1] is { Kind: VariantKind.Addition or VariantKind.Substitution } last
        && last.Cutting.End == sentence.Words.End && last.Cutting.Length >= 2 && last.Source.Length <= 1
        && comparison.TakenBy.Length > 0 && last.Source.End >= comparison.TakenBy.Length;
}
