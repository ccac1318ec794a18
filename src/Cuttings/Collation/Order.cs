namespace Cuttings.Collation;

/// <summary>The order of sentences: which candidate each takes so that they follow the source, and which then stand out of order.</summary>
internal static class Order
{
    private const float Follows = 0.12f;
    private const float Ahead = -0.02f;
    private const float Back = -0.22f;

    /// <summary>For each sentence the candidate that fits best beside its neighbours' (Viterbi); -1 where it has none.</summary>
    public static int[] Choose(Candidates candidates, int first, int count)
    {
        var chosen = new int[count];
        Array.Fill(chosen, -1);
        // For each candidate the one of the sentence before it that it follows best.
        var from = new sbyte[count * Candidates.Most];
        var (scores, before) = (new float[Candidates.Most], new float[Candidates.Most]);
        var last = -1;
        for (var n = first; n < count; n++)
        {
            var here = candidates.Of(n);
            if (here.IsEmpty)
            {
                continue;
            }

            (scores, before) = (before, scores);
            var previous = last < 0 ? default : candidates.Of(last);
            for (var c = 0; c < here.Length; c++)
            {
                var (most, best) = (previous.IsEmpty ? 0 : float.MinValue, -1);
                for (var p = 0; p < previous.Length; p++)
                {
                    var step = here[c].Source - previous[p].Source;
                    var whole = before[p] + (step == 1 ? Follows : step > 1 ? Ahead : step == 0 ? 0 : Back);
                    (most, best) = whole > most ? (whole, p) : (most, best);
                }

                scores[c] = here[c].Cover + most;
                from[(n * Candidates.Most) + c] = (sbyte)best;
            }

            chosen[n] = last;
            last = n;
        }

        // Back along what was followed; until then, each place tells the sentence before it that has candidates.
        var chain = last < 0 ? -1 : Array.IndexOf(scores, scores.Take(candidates.Of(last).Length).Max());
        while (last >= 0)
        {
            var earlier = chosen[last];
            (chosen[last], chain) = (chain, from[(last * Candidates.Most) + chain]);
            last = earlier;
        }

        return chosen;
    }

    /// <summary>Marks the sentences that stand out of order: all but a longest run of those in order, the earlier ones kept.</summary>
    public static void Mark(Comparison comparison)
    {
        var found = comparison.Sentences.FindAll(sentence => sentence.IsFound);
        var places = found.ConvertAll(sentence => Place(comparison, sentence));
        int[] ranks = [.. places];
        Array.Sort(ranks);
        var tree = new int[ranks.Length + 1];
        var length = new int[found.Count];
        for (var n = found.Count - 1; n >= 0; n--)
        {
            // The longest run that begins here: one more than the longest of those that begin later in both texts.
            var rank = ranks.Length - First(ranks, places[n]);
            var longest = 0;
            for (var at = rank - 1; at > 0; at -= at & -at)
            {
                longest = Math.Max(longest, tree[at]);
            }

            length[n] = longest + 1;
            for (var at = rank; at < tree.Length; at += at & -at)
            {
                tree[at] = Math.Max(tree[at], length[n]);
            }
        }

        var (wanted, last) = (length.Length == 0 ? 0 : length.Max(), -1);
        for (var n = 0; n < found.Count; n++)
        {
            var kept = length[n] == wanted && places[n] > last;
            found[n].OutOfOrder = !kept;
            (wanted, last) = kept ? (wanted - 1, places[n]) : (wanted, last);
        }
    }

    private static int First(int[] ranks, int place)
    {
        var (low, high) = (0, ranks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ranks[middle] < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Place(Comparison comparison, SentenceMatch sentence)
    {
        for (var word = sentence.Words.Start; word < sentence.Words.End; word++)
        {
            if (comparison.From[word] >= 0)
            {
                return comparison.From[word];
            }
        }

        return comparison.Source.Sentences[sentence.Sources[0]].FirstWord;
    }
}
