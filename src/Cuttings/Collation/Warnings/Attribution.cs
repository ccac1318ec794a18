using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>Who says something, and what of it: "…, an engineer told the Courier on Friday".</summary>
/// <param name="Speaker">The words that name the speaker.</param>
/// <param name="Verb">The verb of speech, or "according".</param>
/// <param name="Clause">The whole attribution.</param>
/// <param name="Governs">The statement that hangs on it.</param>
internal sealed record Attribution(Run Speaker, int Verb, Run Clause, Run Governs)
{
    /// <summary>The speaker without what is said of him after a comma.</summary>
    public Run Named { get; init; } = Speaker;

    private const int LongestName = 14;
    private static readonly FrozenSet<string> Certain = WordLists.English.Set("speech");
    private static readonly FrozenSet<string> Maybe = WordLists.English.Set("speech-maybe");
    private static readonly FrozenSet<string> Pronouns = WordLists.English.Set("pronoun");
    private static readonly FrozenSet<string> Not = WordLists.English.Set("speech-not");
    private static readonly FrozenSet<string> Times = WordLists.English.Section("weekday").Concat(WordLists.English.Section("month")).Concat(["week", "month", "year", "night", "morning", "afternoon", "evening", "tonight", "again", "late", "early"]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Stops = FrozenSet.Create(StringComparer.Ordinal, "that", "which", "but", "because", "while", "when", "if", "though", "although", "as", "where", "whether");
    private static readonly FrozenSet<string> Finite = FrozenSet.Create(StringComparer.Ordinal, "was", "is", "are", "were", "had", "has", "have", "would", "will", "could", "can", "did", "does", "might", "may");
    private static readonly FrozenSet<string> AfterName = FrozenSet.Create(StringComparer.Ordinal, "in", "on", "at", "after", "when", "as", "during", "to", "told", "this", "last", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "earlier", "later", "by", "before", "while", "with", "adding", "and", "but", "who", "whose", "referring");

    /// <summary>All attributions of a sentence outside its quotations.</summary>
    public static IEnumerable<Attribution> In(ScannedText text, Run sentence)
    {
        for (var word = sentence.Start; word < sentence.End; word++)
        {
            if (text.Words[word].Quotation != 0)
            {
                continue;
            }

            var name = text.Lower(word);
            if (Formulas.At(text, sentence, word) is { } formula)
            {
                yield return formula;
            }
            else if ((Certain.Contains(name) || Maybe.Contains(name)) && Of(text, sentence, word, Certain.Contains(name)) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>Whether nothing but a pronoun names the speaker.</summary>
    public bool IsPronoun(ScannedText text)
    {
        for (var word = Speaker.Start; word < Speaker.End; word++)
        {
            if (!Pronouns.Contains(text.Lower(word)) && text.Lower(word) is not ("also" or "later" or "then" or "once" or "still" or "both" or "all"))
            {
                return false;
            }
        }

        return true;
    }

    private static Attribution? Of(ScannedText text, Run sentence, int verb, bool certain)
    {
        var before = verb > sentence.Start ? text.Lower(verb - 1) : "";
        if (before is "to" or "not" or "never" or "didn't" or "wouldn't" or "couldn't" or "cannot" or "would" or "could" or "the" or "a" or "an" or "of" or "be" or "is" or "was" or "were" or "are" or "been" or "its" or "his" or "their" or "such" or "that" or "who" or "which" or "these" or "those" or "what")
        {
            return null;
        }

        if (verb + 1 < sentence.End && Not.Contains(text.Lower(verb + 1)) && text.Before(verb + 1) is " ")
        {
            return null;
        }

        var gap = text.Before(verb);
        var quoted = gap.IndexOfAny(Signs.Closing) >= 0;
        var comma = gap.Contains(',');
        var next = verb + 1;
        if ((quoted || comma) && next < sentence.End && text.IsSpaced(next) && BeginsName(text, next) && !(Certain.Contains(text.Lower(next)) || Maybe.Contains(text.Lower(next))))
        {
            var end = next + 1;
            while (end < sentence.End && end - next < LongestName && text.Before(end).IndexOfAny(Signs.ClauseEnd) < 0 && !AfterName.Contains(text.Lower(end)))
            {
                end++;
            }

            // "Said Hugh Tamblyn, the board's chairman": the apposition names him too.
            var named = new Run(next, end);
            if (end < sentence.End && text.Before(end).Trim() is "," && text.Lower(end) is "the" or "a" or "an" or "his" or "her" or "its" or "their")
            {
                end = Math.Min(ToPunctuation(text, end + 1, sentence.End), end + 9);
            }

            if (!Enumerable.Range(next, end - next).Any(word => Finite.Contains(text.Lower(word))))
            {
                return new(new(next, end), verb, new(verb, ToPunctuation(text, end, sentence.End)), new(sentence.Start, verb)) { Named = named };
            }
        }

        // "A prisoner has said": the subject stands before the auxiliary.
        var subject = before is "has" or "have" or "had" ? verb - 1 : verb;
        if (subject < verb && !certain)
        {
            return null;
        }

        var start = NameBefore(text, sentence, subject, comma && !quoted && verb > sentence.Start);
        if (start >= subject)
        {
            return null;
        }

        var speaker = new Run(start, subject);
        var that = Object(text, verb, next, sentence.End);

        // ", and he said that": what follows hangs on it, not what stands before.
        var after = start == sentence.Start || text.Before(start).IndexOfAny(Signs.Pause) < 0 || text.Lower(start) is "and" or "but" || (that < sentence.End && text.Lower(that) == "that");
        var stop = ToPunctuation(text, next, sentence.End);
        var ends = stop >= sentence.End || text.Before(stop).IndexOfAny(Signs.ClauseEnd) >= 0;
        if (!after && ends && stop - next <= 9)
        {
            return !certain && stop - next > 6 ? null : new(speaker, verb, new(start, stop), new(sentence.Start, start));
        }

        that = next;
        while (that < sentence.End && that - next < 6 && text.Lower(that) != "that" && text.Before(that).IndexOfAny(Signs.Opening) < 0)
        {
            that++;
        }

        var hasThat = that < sentence.End && text.Lower(that) == "that";
        var quotes = next < sentence.End && text.Before(next).IndexOfAny(Signs.Opening) >= 0;
        var how = next < sentence.End && text.Lower(next) == "how";
        if (!certain && !how && !(hasThat && IsAside(text, next, that)) && !quotes)
        {
            return null;
        }

        var clause = new Run(start, how ? next + 1 : hasThat ? that + 1 : Object(text, verb, next, sentence.End));
        return new(speaker, verb, clause, new(clause.End, sentence.End));
    }

    // "Announced on Friday that": nothing but when and where.
    private static bool IsAside(ScannedText text, int from, int to) =>
        Enumerable.Range(from, to - from).All(word => AfterName.Contains(text.Lower(word)) || Times.Contains(text.Lower(word)) || text.Words[word].Is(Traits.Number) || text.Lower(word) is "a" or "the" or "statement" or "report" or "letter" or "interview");

    // "Told the Courier": whom it was told.
    private static int Object(ScannedText text, int verb, int next, int end)
    {
        if (text.Lower(verb) is not ("told" or "tells" or "tell"))
        {
            return next;
        }

        var at = next;
        while (at < end && at - next < 6 && (text.Words[at].Is(Traits.Capital) || text.Lower(at) is "the" or "a" or "an" or "reporters" or "journalists" or "him" or "her" or "them" or "me" or "us" or "lawmakers" or "agency" or "newspaper" or "paper"))
        {
            at++;
        }

        return at;
    }

    private static bool BeginsName(ScannedText text, int word) => text.Words[word].Is(Traits.Capital) || text.Lower(word) is "the" or "a" or "an" or "one" or "another" or "his" or "her" or "their" or "its" or "some" or "two" or "three" or "several" or "he" or "she" or "they" or "it" or "i" or "we" || Noun(text.Lower(word));

    private static bool Noun(string word) => word.EndsWith("man", StringComparison.Ordinal) || word.EndsWith("men", StringComparison.Ordinal) || word.EndsWith("ers", StringComparison.Ordinal) || word.EndsWith("ials", StringComparison.Ordinal) || word.EndsWith("ists", StringComparison.Ordinal) || word.EndsWith("ents", StringComparison.Ordinal);

    private static int ToPunctuation(ScannedText text, int word, int end)
    {
        while (word < end && text.Before(word).IndexOfAny(Signs.ClauseEnd) < 0)
        {
            word++;
        }

        return word;
    }

    // Back from the verb to where its subject begins; over an apposition between commas.
    private static int NameBefore(ScannedText text, Run sentence, int verb, bool apposition)
    {
        var start = verb;
        if (apposition)
        {
            start--;
            while (start > sentence.Start && verb - start < 24 && text.Before(start).IndexOfAny(Signs.CommaOrQuote) < 0)
            {
                start--;
            }

            if (start == sentence.Start || text.Before(start).IndexOfAny(Signs.Closing) >= 0)
            {
                return start;
            }
        }

        var limit = start;
        while (start > sentence.Start && limit - start < LongestName && (start == limit || text.Before(start).IndexOfAny(Signs.ClauseEnd) < 0) && !Stops.Contains(text.Lower(start - 1)) && text.Words[start - 1].Quotation == 0)
        {
            if (start == limit && !apposition && text.Before(start).IndexOfAny(Signs.Harder) >= 0)
            {
                break;
            }

            start--;
        }

        return start;
    }
}
