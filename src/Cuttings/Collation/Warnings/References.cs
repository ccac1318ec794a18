using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>A sentence that begins with "These", "He" or "The comments" whose antecedent was left out, or stands elsewhere now.</summary>
internal static class References
{
    private const int Far = 4;
    private const int Subject = 7;
    private const int Memory = 120;
    private const int MemoryOfMoved = 45;
    private static readonly Phrases Words = new("reference");
    private static readonly Phrases Not = new("reference-not");
    private static readonly Phrases Within = new("reference-within");
    private static readonly FrozenSet<string> Persons = FrozenSet.Create(StringComparer.Ordinal, "he", "she", "they", "it", "his", "her", "their", "its", "him", "them");
    private static readonly FrozenSet<string> People = WordLists.English.Set("person");
    private static readonly FrozenSet<string> Leads = FrozenSet.Create(StringComparer.Ordinal, "but", "and", "so", "yet", "still", "however", "then", "also", "instead", "for");

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        if (sentence.Sources is not [var from, ..])
        {
            yield break;
        }

        var word = sentence.Words.Start;
        while (word < sentence.Words.End && Leads.Contains(comparison.Cutting.Lower(word)))
        {
            word++;
        }

        if (word >= sentence.Words.End || comparison.From[word] < 0 || comparison.Cutting.Words[word].Quotation != 0 || Not.At(comparison.Cutting, word, sentence.Words.End) > 0)
        {
            yield break;
        }

        var length = Words.At(comparison.Cutting, word, sentence.Words.End);
        var reference = new Run(word, word + length);
        if (comparison.Source.SentenceOf(comparison.From[word]) != from || from <= comparison.FirstSource)
        {
            yield break;
        }

        if (Follows(comparison, sentence, from))
        {
            if (length == 1 && comparison.Cutting.Lower(word) is "he" or "she" && Trimmed(comparison, sentence, from - 1))
            {
                yield return comparison.Warn(WarningKind.DanglingReference, reference, comparison.Source.Sentences[from - 1].Words, $"{comparison.Cutting.Quote(reference)} is named in words of the sentence before that were left out.");
            }

            yield break;
        }

        var within = Within.First(comparison.Cutting, new(word, Math.Min(word + 5, sentence.Words.End)));
        if (!within.IsEmpty && length == 0)
        {
            var group = new Run(word, within.End);
            yield return comparison.Warn(WarningKind.DanglingReference, group, comparison.Source.Sentences[from - 1].Words, $"{comparison.Cutting.Quote(group)} points at what the source says just before; that does not stand before it here.");
            yield break;
        }

        var dangles = length == 0 ? Indefinite(comparison, sentence, word, from)
            : length == 1 && Persons.Contains(comparison.Cutting.Lower(word)) ? PersonGone(comparison, sentence, from)
            : !StandsBefore(comparison, sentence, reference);
        if (dangles)
        {
            reference = length == 0 ? new(word, Math.Min(word + 2, sentence.Words.End)) : length == 1 && !Persons.Contains(comparison.Cutting.Lower(word)) ? new(word, Math.Min(word + 2, sentence.Words.End)) : reference;
            yield return comparison.Warn(WarningKind.DanglingReference, reference, comparison.Source.Sentences[from - 1].Words, $"{comparison.Cutting.Quote(reference)} points at what the source says just before; that does not stand before it here.");
        }
    }

    // What stands before it there stands before it here.
    private static bool Follows(Comparison comparison, SentenceMatch sentence, int from)
    {
        if (sentence.Number <= 1)
        {
            return false;
        }

        var before = comparison.Sentences[sentence.Number - 2];
        return !before.IsFound || before.Sources.Contains(from - 1) || before.Sources.Contains(from);
    }

    // Whoever is meant was named in the sentence before, in words that were left out.
    private static bool Trimmed(Comparison comparison, SentenceMatch sentence, int before)
    {
        var names = Names.In(comparison.Source, comparison.Source.Sentences[before].Words);
        var speaks = Attribution.In(comparison.Cutting, comparison.Sentences[sentence.Number - 2].Words).Any(attribution => !attribution.IsPronoun(comparison.Cutting));
        return !speaks && names.Count > 0 && names.TrueForAll(name => comparison.TakenBy[name] < 0 && !NamedBefore(comparison, sentence, comparison.Source.Lower(name)));
    }

    // The last person or thing named in what was left out is named nowhere before it here.
    private static bool PersonGone(Comparison comparison, SentenceMatch sentence, int from)
    {
        if (sentence.Number == 1)
        {
            return true;
        }

        for (var n = from - 1; n >= Math.Max(comparison.FirstSource, from - Far); n--)
        {
            if (comparison.Used[n] && !sentence.OutOfOrder)
            {
                return false;
            }

            var words = comparison.Source.Sentences[n].Words;
            var names = Names.In(comparison.Source, new(words.Start, Math.Min(words.End, words.Start + Subject)));
            if (names.Count > 0)
            {
                return !names.Exists(name => NamedBefore(comparison, sentence, comparison.Source.Lower(name)));
            }

            if (Newcomer(comparison.Source, words))
            {
                return true;
            }
        }

        return sentence.OutOfOrder && FarFrom(comparison, sentence, from - 1);
    }

    // What stood before it there stands behind it here, or with others between.
    private static bool FarFrom(Comparison comparison, SentenceMatch sentence, int before)
    {
        var teller = comparison.FirstOf(before);
        return teller is null || teller.Number > sentence.Number || sentence.Number - teller.Number > 2;
    }

    // "A man", "one woman".
    private static bool Newcomer(ScannedText text, Run words)
    {
        for (var word = words.Start; word + 1 < words.End && word < words.Start + 6; word++)
        {
            if (text.Lower(word) is "a" or "an" or "one" or "another" && text.Words[word].Quotation == 0 && Enumerable.Range(word + 1, Math.Min(3, words.End - word - 1)).Any(n => People.Contains(text.Lower(n))))
            {
                return true;
            }
        }

        return false;
    }

    // "The notice", of which the source says just before that there was "a notice".
    private static bool Indefinite(Comparison comparison, SentenceMatch sentence, int word, int from)
    {
        if (comparison.Cutting.Lower(word) is not ("the" or "this" or "that" or "these" or "those" or "such") || word + 1 >= sentence.Words.End || comparison.Used[from - 1] && !sentence.OutOfOrder)
        {
            return false;
        }

        var noun = Inflection.Stem(comparison.Cutting.Lower(word + 1));
        if (NamedBefore(comparison, sentence, comparison.Cutting.Lower(word + 1)))
        {
            return false;
        }

        var before = comparison.Source.Sentences[from - 1].Words;
        for (var n = before.Start + 1; n < before.End; n++)
        {
            if (Inflection.Stem(comparison.Source.Lower(n)) == noun && (comparison.Source.Lower(n - 1) is "a" or "an" or "one" || (n > before.Start + 1 && comparison.Source.Lower(n - 2) is "a" or "an")))
            {
                return true;
            }
        }

        return false;
    }

    // The noun of the reference stands a little before it, in whatever form.
    private static bool StandsBefore(Comparison comparison, SentenceMatch sentence, Run reference)
    {
        var last = comparison.Cutting.Lower(reference.End - 1);
        var noun = last is "these" or "those" or "such" or "this" or "that" or "both" && reference.Length == 1 && reference.End < sentence.Words.End ? comparison.Cutting.Lower(reference.End) : reference.Length == 1 ? null : last is "these" or "them" or "latter" or "former" or "two" or "rest" or "other" or "others" or "same" or "second" or "third" or "reason" ? null : last;
        return noun is not null && NamedBefore(comparison, sentence, noun);
    }

    private static bool NamedBefore(Comparison comparison, SentenceMatch sentence, string name)
    {
        var stem = Inflection.Stem(Names.Bare(name));
        var start = Math.Max(comparison.Headline?.Words.End ?? 0, sentence.Words.Start - (sentence.OutOfOrder ? MemoryOfMoved : Memory));
        for (var word = sentence.Words.Start - 1; word >= start; word--)
        {
            if (Inflection.Stem(Names.Bare(comparison.Cutting.Lower(word))) == stem)
            {
                return true;
            }
        }

        return false;
    }
}
