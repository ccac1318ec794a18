using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>"May", "reportedly" and the like lost while the statement stays.</summary>
internal static class Hedges
{
    private static readonly Phrases Words = new("hedge");
    private static readonly FrozenSet<string> Function = WordLists.English.Set("function");

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.UnmarkedOrTiny())
        {
            var hedge = Words.First(comparison.Source, change.Source);
            hedge = hedge.IsEmpty ? Could(comparison, change) : hedge;
            if (Condition(comparison, sentence, change))
            {
                yield return comparison.Warn(WarningKind.HedgeDropped, change.Cutting, change.Source, $"The condition {comparison.Source.Quote(change.Source)} was left out; here it holds in any case.");
                continue;
            }

            if (hedge.IsEmpty || !IsHedge(comparison.Source, hedge) || !Stays(comparison, change, hedge) || StandsElsewhere(comparison, sentence) || IsSpeech(comparison, hedge))
            {
                continue;
            }

            yield return comparison.Warn(WarningKind.HedgeDropped, change.Cutting, change.Source, $"The source hedges with {comparison.Source.Quote(hedge)}; here it reads as a fact.");
        }
    }

    // "If the talks fail, the plant will close" that became "The plant will close".
    private static bool Condition(Comparison comparison, SentenceMatch sentence, Change change)
    {
        var (source, gone) = (comparison.Source, change.Source);
        if (change.Kind != VariantKind.Omission || gone.Length < 3)
        {
            return false;
        }

        var begins = source.Lower(gone.Start) is "if" or "unless" or "provided" || (source.Lower(gone.Start) is "only" or "but" or "and" or "even" && source.Lower(gone.Start + 1) is "if" or "unless");
        var whole = gone.End >= source.Words.Count || source.Before(gone.End).IndexOfAny(Signs.ClauseEnd) >= 0 || source.Sentences[source.SentenceOf(gone.Start)].EndWord == gone.End;
        return begins && whole && (gone.Start > 0 && comparison.Kept(sentence, gone.Start - 1) || comparison.Kept(sentence, gone.End));
    }

    // "An economist estimated that": who said so is what was lost; the rule of attributions looks at that.
    private static bool IsSpeech(Comparison comparison, Run hedge) =>
        hedge.Length == 1 && Attribution.In(comparison.Source, comparison.Source.Sentences[comparison.Source.SentenceOf(hedge.Start)].Words).Any(attribution => attribution.Verb == hedge.Start);

    // Not the month of May.
    private static bool IsHedge(ScannedText text, Run hedge) => text.Lower(hedge.Start) != "may" || !text.Words[hedge.Start].Is(Traits.Capital);

    // "Could" hedges where "will" or "is" took its place.
    private static Run Could(Comparison comparison, Change change)
    {
        var none = new Run(change.Source.End, change.Source.End);
        var could = Enumerable.Range(change.Source.Start, change.Source.Length).FirstOrDefault(word => comparison.Source.Lower(word) == "could", -1);
        return could >= 0 && Enumerable.Range(change.Cutting.Start, change.Cutting.Length).Any(word => comparison.Cutting.Lower(word) is "will" or "is" or "are" or "has" or "does" or "can") ? new(could, could + 1) : none;
    }

    // The clause that it hedged was not left out with it.
    private static bool Stays(Comparison comparison, Change change, Run hedge)
    {
        if (change.Kind == VariantKind.Substitution)
        {
            return change.Cutting.Length <= 8 || change.Source.Length <= 8;
        }

        var gone = change.Source;
        if (gone.Length <= 4)
        {
            return true;
        }

        var source = comparison.Source;
        var clause = source.Lower(gone.Start) is "which" or "who" or "that" or "and" or "but" or "or" or "because" or "if" or "where" or "when" or "although" or "though" or "while";
        return !clause && !Apposition(source, gone, hedge) && (gone.End - hedge.End <= 1 || hedge.Start - gone.Start <= 1 && gone.Length <= 7);
    }

    // ", possibly the oldest in the country," went whole, and its doubt with it.
    private static bool Apposition(ScannedText source, Run gone, Run hedge) =>
        source.Before(gone.Start).Contains(',') && (gone.End >= source.Words.Count || source.Before(gone.End).IndexOfAny(Signs.Stop) >= 0)
        && Enumerable.Range(gone.Start, gone.Length).Count(word => !hedge.Contains(word) && !Function.Contains(source.Lower(word))) >= 2;

    // Another hedge was put in its place.
    private static bool StandsElsewhere(Comparison comparison, SentenceMatch sentence)
    {
        for (var word = sentence.Words.Start; word < sentence.Words.End; word++)
        {
            if (comparison.From[word] < 0 && Words.At(comparison.Cutting, word, sentence.Words.End) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
