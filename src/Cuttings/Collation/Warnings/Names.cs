using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>Another person, body or place in the place of the source's.</summary>
internal static class Names
{
    private static readonly FrozenSet<string> NoNames = WordLists.English.Section("starter").Concat(WordLists.English.Section("function")).Concat(WordLists.English.Section("month")).Concat(WordLists.English.Section("weekday")).Concat(WordLists.English.Section("title")).Concat(WordLists.English.Section("contrast")).Concat(["i'm", "i've", "i'd", "we've", "we're"]).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.Unmarked().Where(change => change.Kind == VariantKind.Substitution && !comparison.IsDateline(change)))
        {
            var (there, here) = (In(comparison.Source, change.Source), In(comparison.Cutting, change.Cutting));
            if (there.Count == 0 || here.Count == 0 || Initials(comparison.Source, there) == Letters(comparison.Cutting, here) || Initials(comparison.Cutting, here) == Letters(comparison.Source, there))
            {
                continue;
            }

            // A longer or shorter form of the name that stands beside it.
            if (here.Select(word => Bare(comparison.Cutting.Lower(word))).Intersect(there.Select(word => Bare(comparison.Source.Lower(word))), StringComparer.Ordinal).Any())
            {
                continue;
            }

            if (here.TrueForAll(word => there.Exists(other => Editions.AreSpellings(Bare(comparison.Cutting.Lower(word)), Bare(comparison.Source.Lower(other))))))
            {
                continue;
            }

            yield return comparison.Warn(WarningKind.NameChanged, change.Cutting, change.Source, $"The source names {comparison.Source.Quote(new(there[0], there[^1] + 1))}; here it is {comparison.Cutting.Quote(new(here[0], here[^1] + 1))}.");
        }
    }

    /// <summary>The words of a run that are names.</summary>
    public static List<int> In(ScannedText text, Run run)
    {
        var names = new List<int>();
        for (var word = run.Start; word < run.End; word++)
        {
            if (Is(text, word))
            {
                names.Add(word);
            }
        }

        return names;
    }

    /// <summary>True for a word with a capital that is not there because a sentence begins with it, and is no title, month or the like.</summary>
    public static bool Is(ScannedText text, int word)
    {
        if (!text.Words[word].Is(Traits.Capital) || text.Words[word].Is(Traits.Dateline) || NoNames.Contains(Bare(text.Lower(word))) || Figures.IsNumber(text, word))
        {
            return false;
        }

        if (text.Words[word].Is(Traits.AllCapitals))
        {
            return true;
        }

        var first = text.Sentences[text.SentenceOf(word)].FirstWord == word || text.Before(word).IndexOfAny(Signs.OpeningOrColon) >= 0;
        return !first || AlsoWithin(text, word);
    }

    // A word that begins a sentence is a name where the next one is, or where it has its capital elsewhere too.
    private static bool AlsoWithin(ScannedText text, int word)
    {
        if (word + 1 < text.Words.Count && text.Words[word + 1].Is(Traits.Capital) && text.IsSpaced(word + 1) && !NoNames.Contains(text.Lower(word + 1)))
        {
            return true;
        }

        var name = text.Lower(word);
        var limit = Math.Min(text.Words.Count, word + 3000);
        var (within, small) = (0, 0);
        for (var other = Math.Max(0, word - 3000); other < limit; other++)
        {
            if (other != word && text.Words[other].Key == text.Words[word].Key && text.Words[other].End - text.Words[other].Start == name.Length && text.Lower(other) == name)
            {
                small += text.Words[other].Is(Traits.Capital) ? 0 : 1;
                within += text.Words[other].Is(Traits.Capital) && text.Sentences[text.SentenceOf(other)].FirstWord != other ? 1 : 0;
            }
        }

        return small == 0 && (within > 0 || !Common(name));
    }

    // Plural nouns and words in -ing, -ed, -ly begin sentences more often than names do.
    private static bool Common(string word) => word.EndsWith('s') || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("tion", StringComparison.Ordinal);

    public static string Bare(string word) => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('\'');

    private static string Initials(ScannedText text, List<int> words) => words.Count < 2 ? "-" : string.Concat(words.Select(word => char.ToUpperInvariant(text.Lower(word)[0])));

    private static string Letters(ScannedText text, List<int> words) => words.Count != 1 ? "" : Bare(text.Lower(words[0])).Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
}
