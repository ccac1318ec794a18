using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>A denial, or "could not confirm", about what the cutting tells, left out.</summary>
internal static class Denials
{
    private const int Near = 6;
    private static readonly Phrases Words = new("denial");
    private static readonly FrozenSet<string> Not = WordLists.English.Set("denial-not");

    public static IEnumerable<Warning> Check(Comparison comparison, Gap gap)
    {
        for (var n = gap.Sentences.Start; n < gap.Sentences.End; n++)
        {
            var words = comparison.Source.Sentences[n].Words;
            var denial = First(comparison.Source, words);
            if (!denial.IsEmpty && Links.Bear(comparison, n, Near))
            {
                yield return comparison.Warn(WarningKind.DenialDropped, default, words, $"Left out: {comparison.Source.Quote(words)}");
                yield break;
            }
        }
    }

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.Unmarked().Where(change => change.Source.Length >= 2))
        {
            var denial = First(comparison.Source, change.Source);
            if (!denial.IsEmpty && First(comparison.Cutting, change.Cutting).IsEmpty)
            {
                yield return comparison.Warn(WarningKind.DenialDropped, change.Cutting, change.Source, $"Left out: {comparison.Source.Quote(change.Source)}");
            }
        }
    }

    private static Run First(ScannedText text, Run run)
    {
        var plain = Plain(text, run);
        return plain.IsEmpty ? Told(text, run) : plain;
    }

    // Somebody is told to have said "had never", or "no child had ever": that denies without the word.
    private static Run Told(ScannedText text, Run run)
    {
        for (var word = run.Start + 2; word < run.End; word++)
        {
            var never = text.Lower(word) == "never" && text.Lower(word - 1) is "had" or "has" or "have";
            var ever = text.Lower(word) == "ever" && Enumerable.Range(Math.Max(run.Start, word - 4), word - Math.Max(run.Start, word - 4)).Any(before => text.Lower(before) is "no" or "nobody" or "none");
            if ((never || ever) && text.Words[word].Quotation == 0 && Attribution.In(text, run).Any(attribution => attribution.Governs.Contains(word)))
            {
                return new(word - 1, word + 1);
            }
        }

        return new(run.End, run.End);
    }

    private static Run Plain(ScannedText text, Run run)
    {
        for (var word = run.Start; word < run.End; word++)
        {
            var length = Words.At(text, word, run.End);
            if (length > 0 && text.Words[word].Quotation == 0 && !IsIdle(text, word))
            {
                return new(word, word + length);
            }
        }

        return new(run.End, run.End);
    }

    // "Denied entry", "rejected the offer", "the disputed border".
    private static bool IsIdle(ScannedText text, int word) => text.Lower(word) switch
    {
        "denied" or "deny" or "denying" or "denies" => word + 1 < text.Words.Count && text.Lower(word + 1) is "entry" or "access" or "bail" or "permission" or "visas" or "visa" or "food" or "parole" or "them" or "him" or "her" or "himself" or "herself" or "themselves" or "itself",
        "rejected" or "rejects" or "dismissed" or "dismisses" => Enumerable.Range(word + 1, Math.Min(5, text.Words.Count - word - 1)).Any(next => Not.Contains(text.Lower(next))),
        "disputed" => word > 0 && text.Lower(word - 1) is "the" or "a" or "this" or "that" or "its",
        _ => false,
    };
}
