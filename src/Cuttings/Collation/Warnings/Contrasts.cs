namespace Cuttings.Collation.Warnings;

/// <summary>"But", "although", "despite" and the like lost.</summary>
internal static class Contrasts
{
    private static readonly Phrases Words = new("contrast");

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.Unmarked())
        {
            var contrast = First(comparison.Source, change.Source);
            if (contrast.IsEmpty || sentence.Changes.Exists(other => !First(comparison.Cutting, other.Cutting).IsEmpty) || (change.Kind == VariantKind.Omission && WholeClauseElsewhere(comparison, sentence, change)))
            {
                continue;
            }

            yield return comparison.Warn(WarningKind.ContrastDropped, change.Cutting, change.Source, $"{comparison.Source.Quote(contrast)} was lost: the source sets this against what stands before or beside it.");
        }
    }

    // Only where it can be a conjunction: at the head of a sentence or clause.
    private static Run First(ScannedText text, Run run)
    {
        for (var word = run.Start; word < run.End; word++)
        {
            var length = Words.At(text, word, run.End);
            if (length > 0 && Heads(text, word))
            {
                return new(word, word + length);
            }
        }

        return new(run.End, run.End);
    }

    private static bool Heads(ScannedText text, int word)
    {
        var head = text.Sentences[text.SentenceOf(word)].FirstWord == word;
        var name = text.Lower(word);
        return name switch
        {
            "still" or "yet" or "instead" => head || (text.Before(word).IndexOfAny(Signs.Pause) >= 0 && name != "still"),
            "while" => head || text.Before(word).Contains(','),
            "but" when NotOnly(text, word) => false,
            "but" => head || (text.Before(word).IndexOfAny(Signs.ClauseEnd) >= 0) || (word > 0 && text.Lower(word - 1) is not "nothing" and not "all" and not "anything" and not "none" and not "no"),
            _ => true,
        };
    }

    // "Not only ... but also" adds.
    private static bool NotOnly(ScannedText text, int but)
    {
        for (var word = but - 1; word > text.Sentences[text.SentenceOf(but)].FirstWord; word--)
        {
            if (text.Lower(word) is "only" or "just" or "merely" or "simply" && text.Lower(word - 1) == "not")
            {
                return true;
            }
        }

        return false;
    }

    // A clause that begins with it in the middle of a sentence and was left out whole takes its contrast with it, where it is long.
    private static bool WholeClauseElsewhere(Comparison comparison, SentenceMatch sentence, Change change) =>
        change.Source.Length > 40 && comparison.Source.Sentences[comparison.Source.SentenceOf(change.Source.Start)].FirstWord != change.Source.Start && sentence.Words.Length > 0;
}
