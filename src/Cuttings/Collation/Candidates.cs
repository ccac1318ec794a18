namespace Cuttings.Collation;

/// <summary>A sentence of the source from which one of the cutting may be taken.</summary>
/// <param name="Source">Its number.</param>
/// <param name="Cover">How much of the cutting's sentence it explains, 0 to 1; more than 1 where they are the same word for word.</param>
internal readonly record struct Candidate(int Source, float Cover);

/// <summary>
/// Finds for each sentence of the cutting the few of the source that it may come from: words and pairs of words vote, rare ones more.
/// One pass over the source; words that stand in very many sentences of the cutting have no vote, so that its cost stays linear.
/// </summary>
internal sealed class Candidates
{
    private const int Most = 6;
    private const int Common = 32;
    private const float Least = 0.12f;
    private const float Exact = 1.3f;

    private readonly ScannedText cutting;
    private readonly ScannedText source;
    private readonly Weights weights;
    private readonly Candidate[] best;
    private readonly int[] counts;
    private readonly float[] total;
    private readonly Postings words = new();
    private readonly Postings pairs = new();

    public Candidates(ScannedText cutting, ScannedText source, Weights weights, int firstCutting, int firstSource)
    {
        (this.cutting, this.source, this.weights) = (cutting, source, weights);
        var sentences = cutting.Sentences.Count;
        best = new Candidate[sentences * Most];
        counts = new int[sentences];
        total = new float[sentences];
        for (var n = firstCutting; n < sentences; n++)
        {
            Post(n);
        }

        Vote(firstSource);
        FindExact(firstCutting, firstSource);
    }

    /// <summary>The candidates of a sentence, the best first.</summary>
    public ReadOnlySpan<Candidate> Of(int sentence) => best.AsSpan(sentence * Most, counts[sentence]);

    private static ulong Pair(int one, int other) => ((ulong)(uint)one << 32) | (uint)other;

    private void Post(int sentence)
    {
        var run = cutting.Sentences[sentence].Words;
        for (var n = run.Start; n < run.End; n++)
        {
            var key = cutting.Words[n].Key;
            if (words.Add((ulong)key, sentence))
            {
                total[sentence] += weights.Rarity[key];
            }

            if (n + 1 < run.End && pairs.Add(Pair(key, cutting.Words[n + 1].Key), sentence))
            {
                total[sentence] += 0.3f;
            }
        }
    }

    private void Vote(int firstSource)
    {
        var votes = new float[counts.Length];
        var touched = new List<int>();
        var seen = new int[weights.Rarity.Length];
        for (var sentence = firstSource; sentence < source.Sentences.Count; sentence++)
        {
            var run = source.Sentences[sentence].Words;
            var before = -1;
            for (var n = run.Start; n < run.End; n++)
            {
                var key = source.Words[n].Key;
                if (key >= 0 && seen[key] != sentence + 1)
                {
                    seen[key] = sentence + 1;
                    words.Vote((ulong)key, weights.Rarity[key], votes, touched);
                }

                if (key >= 0 && before >= 0)
                {
                    pairs.Vote(Pair(before, key), 0.3f, votes, touched);
                }

                before = key;
            }

            foreach (var one in touched)
            {
                Offer(one, new(sentence, Math.Min(1, votes[one] / total[one])));
                votes[one] = 0;
            }

            touched.Clear();
        }
    }

    private void Offer(int sentence, Candidate candidate)
    {
        if (candidate.Cover < Least)
        {
            return;
        }

        var slots = best.AsSpan(sentence * Most, Most);
        var count = counts[sentence];
        var at = count;
        while (at > 0 && slots[at - 1].Cover < candidate.Cover)
        {
            at--;
        }

        if (at == Most)
        {
            return;
        }

        counts[sentence] = count = Math.Min(Most, count + 1);
        slots[at..(count - 1)].CopyTo(slots[(at + 1)..]);
        slots[at] = candidate;
    }

    // The same sentence word for word, where there are several the next one in order.
    private void FindExact(int firstCutting, int firstSource)
    {
        var places = new Dictionary<ulong, List<int>>();
        for (var n = firstCutting; n < cutting.Sentences.Count; n++)
        {
            places.TryAdd(Digest(cutting, n), []);
        }

        for (var n = firstSource; n < source.Sentences.Count; n++)
        {
            if (Digest(source, n) is not 0 and var digest && places.TryGetValue(digest, out var at))
            {
                at.Add(n);
            }
        }

        var expected = firstSource;
        for (var n = firstCutting; n < cutting.Sentences.Count; n++)
        {
            var at = places[Digest(cutting, n)];
            if (at.Count == 0)
            {
                continue;
            }

            var found = at.BinarySearch(expected);
            var next = at[Math.Min(found < 0 ? ~found : found, at.Count - 1)];
            expected = next + 1;
            Offer(n, new(next, Exact));
            if (at[0] != next)
            {
                Offer(n, new(at[0], Exact - 0.01f));
            }
        }
    }

    private static ulong Digest(ScannedText text, int sentence)
    {
        var digest = 14695981039346656037UL;
        var run = text.Sentences[sentence].Words;
        for (var n = run.Start; n < run.End; n++)
        {
            var key = text.Words[n].Key;
            if (key < 0)
            {
                return 0;
            }

            digest = (digest ^ (uint)key) * 1099511628211UL;
        }

        return digest == 0 ? 1 : digest;
    }

    // For each word (or pair) the sentences of the cutting that have it, as a chain.
    private sealed class Postings
    {
        private readonly Dictionary<ulong, (int Head, int Count)> heads = [];
        private readonly List<(int Sentence, int Next)> chain = [];

        public bool Add(ulong key, int sentence)
        {
            var known = heads.TryGetValue(key, out var head);
            if (known && chain[head.Head].Sentence == sentence)
            {
                return false;
            }

            if (known && head.Count > Common)
            {
                return true;
            }

            chain.Add((sentence, known ? head.Head : -1));
            heads[key] = (chain.Count - 1, head.Count + 1);
            return true;
        }

        public void Vote(ulong key, float weight, float[] votes, List<int> touched)
        {
            if (!heads.TryGetValue(key, out var head) || head.Count > Common)
            {
                return;
            }

            for (var at = head.Head; at >= 0; at = chain[at].Next)
            {
                var sentence = chain[at].Sentence;
                if (votes[sentence] == 0)
                {
                    touched.Add(sentence);
                }

                votes[sentence] += weight;
            }
        }
    }
}
