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
        var steps = new List<(int Sentence, float[] Score, int[] From)>();
        for (var n = first; n < count; n++)
        {
            var here = candidates.Of(n);
            if (here.IsEmpty)
            {
                continue;
            }

            var score = new float[here.Length];
            var from = new int[here.Length];
            for (var c = 0; c < here.Length; c++)
            {
                (score[c], from[c]) = (here[c].Cover, -1);
                if (steps.Count == 0)
                {
                    continue;
                }

                var (previous, scores, _) = steps[^1];
                var before = candidates.Of(previous);
                var most = float.MinValue;
                for (var p = 0; p < before.Length; p++)
                {
                    var step = here[c].Source - before[p].Source;
                    var whole = scores[p] + (step == 1 ? Follows : step > 1 ? Ahead : step == 0 ? 0 : Back);
                    if (whole > most)
                    {
                        (most, from[c]) = (whole, p);
                    }
                }

                score[c] += most;
            }

            steps.Add((n, score, from));
        }

        for (int at = steps.Count - 1, c = at < 0 ? -1 : Array.IndexOf(steps[at].Score, steps[at].Score.Max()); at >= 0; c = steps[at].From[c], at--)
        {
            chosen[steps[at].Sentence] = c;
        }

        return chosen;
    }

    /// <summary>Marks the sentences that stand out of order: all but a longest run of those in order, the earlier ones kept.</summary>
    public static void Mark(Comparison comparison)
    {
        var found = comparison.Sentences.Where(sentence => sentence.IsFound).Select(sentence => (Sentence: sentence, At: Place(comparison, sentence))).ToList();
        var ranks = found.Select(one => one.At).Distinct().Order().Select((at, rank) => (at, rank)).ToDictionary(pair => pair.at, pair => pair.rank);
        var tree = new int[ranks.Count + 1];
        var length = new int[found.Count];
        for (var n = found.Count - 1; n >= 0; n--)
        {
            // The longest run that begins here: one more than the longest of those that begin later in both texts.
            var rank = ranks.Count - ranks[found[n].At];
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
            var kept = length[n] == wanted && found[n].At > last;
            found[n].Sentence.OutOfOrder = !kept;
            (wanted, last) = kept ? (wanted - 1, found[n].At) : (wanted, last);
        }
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
