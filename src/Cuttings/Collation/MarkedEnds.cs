namespace Cuttings.Collation;

/// <summary>
/// "He has come back … If his chair is empty": whether such a mark ends a sentence, only the source can tell.
/// Where the words before it stand within sentences there, and end none, what the mark parts is one sentence.
/// </summary>
internal static class MarkedEnds
{
    private const string Stops = ".!?。！？”\"’";

    public static void Settle(ScannedText cutting, ScannedText source)
    {
        if (cutting.Marks.Count == 0)
        {
            return;
        }

        Dictionary<(int, int), bool>? within = null;
        cutting.Join(n =>
        {
            var (here, next) = (cutting.Sentences[n], cutting.Sentences[n + 1]);
            if (here.Paragraph != next.Paragraph || here.Words.Length < 2 || cutting.MarkAt(here.EndWord) is not { } mark || EndsBefore(cutting.Plain, mark.Start))
            {
                return false;
            }

            within ??= Pairs(source);
            return within.GetValueOrDefault((cutting.Words[here.EndWord - 2].Key, cutting.Words[here.EndWord - 1].Key));
        });
    }

    // Pairs of words of the source that the cutting has too: true for those that stand within sentences and end none.
    private static Dictionary<(int, int), bool> Pairs(ScannedText source)
    {
        var pairs = new Dictionary<(int, int), bool>();
        foreach (var sentence in source.Sentences)
        {
            for (var word = sentence.FirstWord + 1; word < sentence.EndWord; word++)
            {
                var pair = (source.Words[word - 1].Key, source.Words[word].Key);
                if (pair.Item1 >= 0 && pair.Item2 >= 0)
                {
                    pairs[pair] = word + 1 < sentence.EndWord && pairs.GetValueOrDefault(pair, true);
                }
            }
        }

        return pairs;
    }

    private static bool EndsBefore(string text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at > 0 && Stops.Contains(text[at - 1], StringComparison.Ordinal);
    }
}
