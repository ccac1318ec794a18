using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>"Some", "most", "all" and the like lost, put in or changed.</summary>
internal static class Quantifiers
{
    private const int Short = 5;
    private static readonly Phrases Words = new("quantifier");
    private static readonly FrozenDictionary<string, int> Synonyms = WordLists.English.Lines("quantifier-same", "=").SelectMany((words, n) => words.Select(word => (word, n))).ToFrozenDictionary(pair => pair.word, pair => pair.n, StringComparer.Ordinal);
    private static readonly FrozenSet<string> Pointing = WordLists.English.Set("function");

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        var speakers = Speakers.Check(comparison, sentence).Any() ? sentence.Sources.SelectMany(from => Attribution.In(comparison.Source, comparison.Source.Sentences[from].Words)).Select(attribution => attribution.Speaker).ToList() : [];
        foreach (var change in sentence.UnmarkedOrTiny())
        {
            var (there, here) = (First(comparison.Source, change.Source), First(comparison.Cutting, change.Cutting));
            if (there.IsEmpty && here.IsEmpty || Same(comparison, there, here) || speakers.Exists(speaker => !there.IsEmpty && speaker.Contains(there.Start) && !comparison.Kept(sentence, speaker.End - 1)))
            {
                continue;
            }

            var fires = change.Kind switch
            {
                // What it counted stays: the word after it, but for "of the", was taken.
                VariantKind.Omission => Counted(comparison, there.End, change.Source.End) && comparison.Kept(sentence, change.Source.End),
                VariantKind.Addition => change.Cutting.Length <= 4 && Counts(comparison.Cutting, here, change.Cutting),
                _ => change.Source.Length <= Short && change.Cutting.Length <= Short && !(there.IsEmpty && !Counts(comparison.Cutting, here, change.Cutting)) && !(here.IsEmpty && there.End < change.Source.End - 1 && !Function(comparison.Source, new(there.End, change.Source.End))),
            };
            if (fires)
            {
                yield return comparison.Warn(WarningKind.QuantifierChanged, change.Cutting, change.Source, there.IsEmpty
                    ? $"The source does not say {comparison.Cutting.Quote(here)}."
                    : here.IsEmpty ? $"The source says {comparison.Source.Quote(there)}; here that is gone." : $"The source says {comparison.Source.Quote(there)}; here it is {comparison.Cutting.Quote(here)}.");
            }
        }
    }

    private static Run First(ScannedText text, Run run)
    {
        for (var word = run.Start; word < run.End; word++)
        {
            var length = Words.At(text, word, run.End);
            var next = word + length;

            // "Some 300" is a figure; "all the same" and "any more" count nothing.
            if (length > 0 && !IsName(text, word) && !(next < text.Words.Count && Figures.IsNumber(text, next) && text.Lower(word) != "only") && !(text.Lower(word) is "any" or "much" or "few" && next < text.Words.Count && text.Lower(next) is "more" or "longer") && !(word > 0 && text.Lower(word - 1) is "at" && text.Lower(word) is "all" or "most"))
            {
                return new(word, next);
            }
        }

        return new(run.End, run.End);
    }

    // Little Some is a town; but a title may have every word with a capital.
    private static bool IsName(ScannedText text, int word)
    {
        var sentence = text.Sentences[text.SentenceOf(word)].Words;
        return word > sentence.Start && text.Words[word].Is(Traits.Capital) && text.Words[word - 1].Is(Traits.Capital) && text.Before(word) is " "
            && Enumerable.Range(sentence.Start, sentence.Length).Any(other => !text.Words[other].Is(Traits.Capital) && text[other].Length > 4);
    }

    private static bool Function(ScannedText text, Run run) => Enumerable.Range(run.Start, run.Length).All(word => Pointing.Contains(text.Lower(word)));

    private static bool Same(Comparison comparison, Run there, Run here) =>
        Synonyms.GetValueOrDefault(Folded(comparison.Source, there), -1) is >= 0 and var same && same == Synonyms.GetValueOrDefault(Folded(comparison.Cutting, here), -2)
        || there.Length == here.Length && Enumerable.Range(0, there.Length).All(n => comparison.Source.Lower(there.Start + n) == comparison.Cutting.Lower(here.Start + n));

    private static string Folded(ScannedText text, Run run) => string.Join(' ', Enumerable.Range(run.Start, run.Length).Select(text.Lower));

    private static bool Counted(Comparison comparison, int from, int to)
    {
        for (var word = from; word < to; word++)
        {
            if (comparison.Source.Lower(word) is not ("of" or "the" or "these" or "those" or "his" or "her" or "their" or "its" or "a" or "an"))
            {
                return false;
            }
        }

        return true;
    }

    // Put in before a word that the source has.
    private static bool Counts(ScannedText text, Run quantifier, Run run) => quantifier.End >= run.End || (quantifier.End == run.End - 1 && text.Lower(run.End - 1) is "of" or "the");
}
