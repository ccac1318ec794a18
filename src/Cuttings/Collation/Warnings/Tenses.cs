using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>A verb in another time.</summary>
internal static class Tenses
{
    private static readonly FrozenSet<string> Speech = WordLists.English.Section("speech").Concat(WordLists.English.Section("speech-maybe")).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Phrases Hedge = new("hedge");

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.Unmarked().Where(change => change.Source.Length <= 12 && change.Cutting.Length <= 12))
        {
            // "Were made" and "were being made".
            if ((change.Kind == VariantKind.Addition && change.Cutting.Length == 1 && comparison.Cutting.Lower(change.Cutting.Start) == "being") || (change.Kind == VariantKind.Omission && change.Source.Length == 1 && comparison.Source.Lower(change.Source.Start) == "being"))
            {
                yield return comparison.Warn(WarningKind.TenseChanged, change.Cutting, change.Source, "What went on and what was done are not the same: “being” makes the difference.");
                continue;
            }

            if (Perfect(comparison, sentence, change) is { IsEmpty: false } perfect)
            {
                yield return comparison.Warn(WarningKind.TenseChanged, change.Cutting, change.Source, $"{comparison.Source.Quote(perfect)} is gone: what goes on in the source is over here.");
                continue;
            }

            if (change.Kind != VariantKind.Substitution)
            {
                continue;
            }

            if (Future(comparison, change))
            {
                yield return comparison.Warn(WarningKind.TenseChanged, change.Cutting, change.Source, $"{comparison.Source.Quote(change.Source)} became {comparison.Cutting.Quote(change.Cutting)}: that is another time.");
                continue;
            }

            if (Pair(comparison, sentence, change) is var (there, here))
            {
                yield return comparison.Warn(WarningKind.TenseChanged, change.Cutting, change.Source, $"{comparison.Source.Quote(new(there, there + 1))} became {comparison.Cutting.Quote(new(here, here + 1))}: that is another time, or another state.");
            }
        }
    }

    // "Has lasted" that became "lasted", where the time was not cut with it.
    private static Run Perfect(Comparison comparison, SentenceMatch sentence, Change change)
    {
        var none = new Run(change.Source.End, change.Source.End);
        if (change.Source.IsEmpty || change.Source.Length > 4 || change.Source.End >= comparison.Source.Words.Count || !comparison.Kept(sentence, change.Source.End) || comparison.Source.Lower(change.Source.End) is "been" or "to" || Inflection.Of(comparison.Source.Lower(change.Source.End)).Form != Inflection.Form.Past)
        {
            return none;
        }

        var has = Enumerable.Range(change.Source.Start, change.Source.Length).LastOrDefault(word => comparison.Source.Lower(word) is "has" or "have" or "we've" or "i've" or "they've" or "you've", -1);
        var auxiliary = Enumerable.Range(change.Cutting.Start, change.Cutting.Length).Any(word => comparison.Cutting.Lower(word) is "has" or "have" or "had" or "is" or "are" or "was" or "were" or "been");
        var infinitive = has > 0 && comparison.Source.Lower(has - 1) is "to" or "may" or "might" or "could" or "would" or "should" or "must" or "can" or "will";
        return has < 0 || infinitive || has < change.Source.End - 2 || auxiliary || sentence.Changes.Exists(other => other != change && other.Kind == VariantKind.Omission && Enumerable.Range(other.Source.Start, other.Source.Length).Any(word => comparison.Source.Lower(word) is "since" or "for" or "until" or "on" or "in")) ? none : new(has, change.Source.End);
    }

    private static bool Future(Comparison comparison, Change change)
    {
        var (there, here) = (Words(comparison.Source, change.Source), Words(comparison.Cutting, change.Cutting));
        return !Hedge.In(comparison.Source, change.Source) && ((here.Contains("will") && there.Exists(word => word is "was" or "were" or "had" or "is" or "are")) || (there.Contains("will") && here.Exists(word => word is "was" or "were" or "had" or "has" or "have" or "is" or "are")));
    }

    private static List<string> Words(ScannedText text, Run run) => [.. Enumerable.Range(run.Start, run.Length).Select(text.Lower)];

    private static (int There, int Here)? Pair(Comparison comparison, SentenceMatch sentence, Change change)
    {
        for (var there = change.Source.Start; there < change.Source.End; there++)
        {
            var word = comparison.Source.Lower(there);
            if (word.Length < 2 || Speech.Contains(word))
            {
                continue;
            }

            var form = Inflection.Of(word);
            form = there > 0 && comparison.Source.Lower(there - 1) is "have" or "has" or "had" or "having" && form.Form == Inflection.Form.Present ? (form.Stem, Inflection.Form.Past) : form;
            // "Failed to test": when that was, the verb before it says.
            form = there > change.Source.Start + 1 && comparison.Source.Lower(there - 1) == "to" && Inflection.Of(comparison.Source.Lower(there - 2)) is { Form: Inflection.Form.Past } ? (form.Stem, Inflection.Form.Past) : form;
            for (var here = change.Cutting.Start; here < change.Cutting.End; here++)
            {
                var other = comparison.Cutting.Lower(here);
                if (other == word || other.Length < 2 || (here > 0 && comparison.Cutting.Lower(here - 1) is "a" or "the" or "an" or "its" or "his" or "their"))
                {
                    continue;
                }

                var otherForm = Inflection.Of(other);
                var joins = sentence.Sources.Count > 1 && (form.Form == Inflection.Form.Progressive || otherForm.Form == Inflection.Form.Progressive);
                if (form.Stem == otherForm.Stem && form.Form != otherForm.Form && !joins)
                {
                    return (there, here);
                }
            }
        }

        return null;
    }
}
