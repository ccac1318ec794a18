namespace Cuttings.Collation.Warnings;

/// <summary>Set phrases that tell who says something: "in the words of", "by his own account", "as the coroner put it", "was quoted as saying".</summary>
internal static class Formulas
{
    private const int LongestName = 8;
    private static readonly Phrases Behind = new("speech-phrase");
    private static readonly Phrases Alone = new("speech-adverb");

    /// <summary>The attribution whose key word stands here; null for none.</summary>
    public static Attribution? At(ScannedText text, Run sentence, int word)
    {
        if (Behind.At(text, word, sentence.End) is > 0 and var length && word + length < sentence.End)
        {
            var end = word + length + 1;
            while (end < sentence.End && text.Before(end).IndexOfAny(Signs.ClauseEnd) < 0)
            {
                end++;
            }

            return new(new(word + length, end), word, new(word, end), Rest(sentence, new(word, end)));
        }

        if (Alone.At(text, word, sentence.End) is > 0 and var alone)
        {
            var clause = new Run(word, word + alone);
            return new(clause, word, clause, Rest(sentence, clause));
        }

        return text.Lower(word) switch
        {
            "put" or "puts" => Put(text, sentence, word),
            "quoted" => Quoted(text, sentence, word),
            _ => null,
        };
    }

    // The longer part of the sentence before or behind it; behind it, where it begins the sentence.
    private static Run Rest(Run sentence, Run clause) =>
        clause.Start == sentence.Start || sentence.End - clause.End > clause.Start - sentence.Start ? new(clause.End, sentence.End) : new(sentence.Start, clause.Start);

    // "As the coroner put it".
    private static Attribution? Put(ScannedText text, Run sentence, int verb)
    {
        if (verb + 1 >= sentence.End || text.Lower(verb + 1) != "it")
        {
            return null;
        }

        for (var word = verb - 1; word >= sentence.Start && verb - word <= LongestName; word--)
        {
            if (text.Lower(word) == "as" && (word == sentence.Start || text.Before(word).IndexOfAny(Signs.ClauseEnd) >= 0))
            {
                var clause = new Run(word, verb + 2);
                return new(new(word + 1, verb), verb, clause, Rest(sentence, clause));
            }
        }

        return null;
    }

    // "The minister was quoted as saying that".
    private static Attribution? Quoted(ScannedText text, Run sentence, int verb)
    {
        if (verb + 2 >= sentence.End || text.Lower(verb + 1) != "as" || text.Lower(verb + 2) != "saying")
        {
            return null;
        }

        var start = verb;
        while (start > sentence.Start && verb - start < LongestName && text.Before(start).IndexOfAny(Signs.ClauseEnd) < 0)
        {
            start--;
        }

        var clause = new Run(start, verb + 3 < sentence.End && text.Lower(verb + 3) == "that" ? verb + 4 : verb + 3);
        return new(new(start, verb), verb, clause, Rest(sentence, clause));
    }
}
