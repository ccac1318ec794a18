using Cuttings.Collation.Warnings;

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
    public const int Most = 6;

    // So many words beside the speaker's name tell which statement it is.
    private const int Telling = 5;

    // Longer texts are matched without a look at who speaks.
    private const int MostNamed = 50_000;
    private const float Least = 0.12f;
    private const float Exact = 1.3f;

    private readonly ScannedText cutting;
    private readonly ScannedText source;
    private readonly Weights weights;
    private readonly Candidate[] best;
    private readonly int[] counts;
    private readonly float[] total;

    public Candidates(ScannedText cutting, ScannedText source, Weights weights, int firstCutting, int firstSource)
    {
        (this.cutting, this.source, this.weights) = (cutting, source, weights);
        var sentences = cutting.Sentences.Count;
        best = new Candidate[sentences * Most];
        counts = new int[sentences];
        total = new float[sentences];
        var postings = new Postings(weights.Rarity.Length);
        for (var n = firstCutting; n < sentences; n++)
        {
            Post(n, postings);
        }

        Vote(firstSource, postings);
        FindExact(firstCutting, firstSource);
    }

    /// <summary>The candidates of a sentence, the best first.</summary>
    public ReadOnlySpan<Candidate> Of(int sentence) => best.AsSpan(sentence * Most, counts[sentence]);

    private void Post(int sentence, Postings postings)
    {
        var run = cutting.Sentences[sentence].Words;
        var speakers = cutting.Words.Count <= MostNamed ? Attribution.In(cutting, run).Select(attribution => attribution.Speaker).ToList() : [];
        speakers = run.Length - speakers.Sum(speaker => speaker.Length) >= Telling ? speakers : [];
        for (var n = run.Start; n < run.End; n++)
        {
            // A statement is known by its own words; who says it is named in many sentences, and may be named in another here.
            if (speakers.Exists(speaker => speaker.Contains(n)))
            {
                continue;
            }

            var key = cutting.Words[n].Key;
            if (postings.Add(key, sentence))
            {
                total[sentence] += weights.Rarity[key];
            }

            if (n + 1 < run.End && postings.Add(key, cutting.Words[n + 1].Key, sentence))
            {
                total[sentence] += 0.3f;
            }
        }
    }

    private void Vote(int firstSource, Postings postings)
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
                    postings.Vote(key, weights.Rarity[key], votes, touched);
                }

                if (key >= 0 && before >= 0)
                {
                    postings.Vote(before, key, 0.3f, votes, touched);
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
        // Sentences of the source that the cutting has too, those that are the same side by side.
        var numbers = new Table();
        for (var n = firstCutting; n < cutting.Sentences.Count; n++)
        {
            numbers.Of(Digest(cutting, n), numbers.Count);
        }

        var ends = new int[numbers.Count + 1];
        for (var n = firstSource; n < source.Sentences.Count; n++)
        {
            if (Number(numbers, n) is >= 0 and var number)
            {
                ends[number + 1]++;
            }
        }

        for (var n = 1; n < ends.Length; n++)
        {
            ends[n] += ends[n - 1];
        }

        var places = new int[ends[^1]];
        for (var n = firstSource; n < source.Sentences.Count; n++)
        {
            if (Number(numbers, n) is >= 0 and var number)
            {
                places[ends[number]++] = n;
            }
        }

        var expected = firstSource;
        for (var n = firstCutting; n < cutting.Sentences.Count; n++)
        {
            var number = numbers.Get(Digest(cutting, n), -1);
            var at = places.AsSpan((number == 0 ? 0 : ends[number - 1])..ends[number]);
            if (at.IsEmpty)
            {
                continue;
            }

            var found = at.BinarySearch(expected);
            var next = at[Math.Min(found < 0 ? ~found : found, at.Length - 1)];
            expected = next + 1;
            Offer(n, new(next, Exact));
            if (at[0] != next)
            {
                Offer(n, new(at[0], Exact - 0.01f));
            }
        }
    }

    private int Number(Table numbers, int sentence) => Digest(source, sentence) is not 0 and var digest ? numbers.Get(digest, -1) : -1;

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
}
