namespace Cuttings.Collation;

/// <summary>Whole sentences of the source that were left out, before they are reported.</summary>
/// <param name="After">The sentence of the cutting before them; null for none.</param>
/// <param name="Sentences">The sentences of the source, end exclusive; none for a mark that bridges nothing.</param>
/// <param name="Marked">Whether the excerpt shows it.</param>
internal sealed record Gap(SentenceMatch? After, Run Sentences, bool Marked);

/// <summary>Finds the whole sentences that were left out, run by run.</summary>
internal static class Omissions
{
    public static List<Gap> Find(Comparison comparison)
    {
        var owner = new SentenceMatch?[comparison.Source.Sentences.Count];
        var teller = new SentenceMatch?[owner.Length];
        foreach (var sentence in comparison.Sentences.Where(sentence => sentence.IsFound))
        {
            foreach (var from in sentence.Sources)
            {
                teller[from] = sentence;
                owner[from] = sentence.OutOfOrder ? owner[from] : sentence;
            }
        }

        var gaps = new List<Gap>();
        SentenceMatch? after = null;
        SentenceMatch? told = null;
        var following = comparison.FirstSource;
        for (var n = comparison.FirstSource; n < owner.Length; n++)
        {
            if (comparison.Used[n])
            {
                after = owner[n] ?? after;
                told = teller[n] ?? told;
                continue;
            }

            var start = n;
            while (n + 1 < owner.Length && !comparison.Used[n + 1])
            {
                n++;
            }

            following = Math.Max(following, n + 1);
            while (following < owner.Length && owner[following] is null)
            {
                following++;
            }

            gaps.Add(new(told, new(start, n + 1), IsMarked(comparison, after, following < owner.Length ? owner[following] : null)));
        }

        return gaps;
    }

    // A mark anywhere between the sentence before the gap and the next one that was taken in order.
    private static bool IsMarked(Comparison comparison, SentenceMatch? after, SentenceMatch? following)
    {
        var from = after is null ? Body(comparison) : after == following ? after.Words.Start + 1 : after.Words.End;
        var to = following is null ? comparison.Cutting.Words.Count : after == following ? following.Words.End - 1 : following.Words.Start;
        return comparison.Cutting.HasMark(from, to);
    }

    private static int Body(Comparison comparison) => comparison.Headline?.Words.End ?? 0;
}
