using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>Sentences run together: the second must still hang on its own subject, and they must stand near each other in the source.</summary>
internal static class Joins
{
    private static readonly FrozenSet<string> Pronouns = WordLists.English.Section("pronoun").Concat(["this", "that", "these", "those", "there", "his", "its", "their"]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Determiners = FrozenSet.Create(StringComparer.Ordinal, "the", "a", "an", "its", "his", "her", "their", "some", "one");

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        for (var n = 1; n < sentence.Sources.Count; n++)
        {
            var (first, second) = (sentence.Sources[n - 1], sentence.Sources[n]);
            var (end, start) = (LastOf(comparison, sentence, first), FirstOf(comparison, sentence, second));
            if (end < 0 || start < 0)
            {
                continue;
            }

            var joint = new Run(end + 1, start);
            if (second < first || second - first - 1 > CutClaims.Near)
            {
                yield return comparison.Warn(WarningKind.SequenceBroken, new(end, Math.Min(start + 1, sentence.Words.End)), comparison.Source.Sentences[second].Words, second < first
                    ? "What is run together here stands in the other order in the source."
                    : $"What is run together here stands {second - first - 1} sentences apart in the source.");
            }
            else if (Shifts(comparison, sentence, first, second, joint, start))
            {
                yield return comparison.Warn(WarningKind.SubjectShifted, new(end, Math.Min(start + 2, sentence.Words.End)), comparison.Source.Sentences[second].Words, $"In the source this is said of {comparison.Source.Quote(Subject(comparison.Source, second, comparison.From[start]))}; joined so, it hangs on other words.");
            }
        }
    }

    private static int LastOf(Comparison comparison, SentenceMatch sentence, int from) => Find(comparison, sentence, from).DefaultIfEmpty(-1).Max();

    private static int FirstOf(Comparison comparison, SentenceMatch sentence, int from) => Find(comparison, sentence, from).DefaultIfEmpty(-1).Min();

    private static IEnumerable<int> Find(Comparison comparison, SentenceMatch sentence, int from) =>
        Enumerable.Range(sentence.Words.Start, sentence.Words.Length).Where(word => comparison.Source.Sentences[from].Words.Contains(comparison.From[word]));

    private static Run Subject(ScannedText source, int sentence, int kept) => new(source.Sentences[sentence].FirstWord, Math.Max(source.Sentences[sentence].FirstWord + 1, kept));

    private static bool Shifts(Comparison comparison, SentenceMatch sentence, int first, int second, Run joint, int start)
    {
        var subject = Subject(comparison.Source, second, comparison.From[start]);

        // The subject was kept, or is the whole statement before.
        var head = comparison.Source.Lower(subject.Start);
        if (comparison.From[start] == comparison.Source.Sentences[second].FirstWord || subject.Length > 10 || joint.IsEmpty)
        {
            return false;
        }

        var link = comparison.Cutting.Lower(joint.End - 1);
        var owned = subject.Length > 1 && head is "his" or "her" or "its" or "their";
        if ((Pronouns.Contains(head) && !owned) || Enumerable.Range(subject.Start, subject.Length).Any(word => comparison.Source.Lower(word) is "it" or "them" && word > subject.Start && comparison.Source.Lower(word - 1) == "of"))
        {
            // "It" means what the first sentence is about, "that" the whole of it: "which" must not come behind another noun.
            return link is "which" && subject.Length == 1 && head is "it" or "they" or "that" or "this" && (Apposition(comparison, sentence, joint.Start) || Phrase(comparison, sentence, joint.Start));
        }

        var named = Heads(comparison.Source, subject);
        if (named.Count == 0)
        {
            return false;
        }

        if (link is "which" or "who" or "that" or "whose")
        {
            // It hangs on the word just before.
            var near = Math.Max(sentence.Words.Start, joint.Start - 1);
            return !Enumerable.Range(near, joint.Start - near).Any(word => named.Contains(Names.Bare(comparison.Cutting.Lower(word))));
        }

        if (link is "and" or "but" or "then" or "also")
        {
            // It hangs on the subject of the first sentence.
            var opening = comparison.Source.Sentences[first].Words;
            return Relative(comparison, sentence, joint.Start) || !Enumerable.Range(opening.Start, Math.Min(4, opening.Length)).Any(word => named.Contains(Names.Bare(comparison.Source.Lower(word))));
        }

        return false;
    }

    // ", a buying agency of the army" stands before the join.
    private static bool Apposition(Comparison comparison, SentenceMatch sentence, int joint)
    {
        for (var word = joint - 1; word > sentence.Words.Start && joint - word < 12; word--)
        {
            if (comparison.Cutting.Before(word).Contains(','))
            {
                return comparison.Cutting.Lower(word) is "a" or "an" or "the";
            }
        }

        return false;
    }

    // "By the Ministry of Works" stands before the join: a noun that is not what the sentence is about.
    private static bool Phrase(Comparison comparison, SentenceMatch sentence, int joint)
    {
        for (var word = joint - 1; word > sentence.Words.Start + 1 && joint - word < 6 && (word + 1 == joint || !comparison.Cutting.Before(word + 1).Contains(',')); word--)
        {
            if (comparison.Cutting.Lower(word) is "by" or "from" or "to" or "with" or "for" or "of")
            {
                return true;
            }
        }

        return false;
    }

    // "A firm that lends to farms" stands before the join, and would draw it to itself.
    private static bool Relative(Comparison comparison, SentenceMatch sentence, int joint)
    {
        for (var word = joint - 1; word > sentence.Words.Start && joint - word < 10; word--)
        {
            if (comparison.Cutting.Lower(word) is "that" or "which" or "who")
            {
                return true;
            }

            if (comparison.Cutting.Before(word).Contains(','))
            {
                return false;
            }
        }

        return false;
    }

    private static List<string> Heads(ScannedText text, Run run)
    {
        var heads = new List<string>();
        for (var word = run.Start; word < run.End; word++)
        {
            if (!Determiners.Contains(text.Lower(word)))
            {
                heads.Add(Names.Bare(text.Lower(word)));
            }
        }

        return heads;
    }
}
