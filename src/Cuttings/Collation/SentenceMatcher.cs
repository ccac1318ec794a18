using Cuttings.Collation.Warnings;

namespace Cuttings.Collation;

/// <summary>
/// Finds for each sentence of the cutting the sentence or sentences of the source it was made of, and lays their words side by side.
/// The surest come first and take their words, so that no word of the source is taken twice.
/// </summary>
internal sealed partial class SentenceMatcher
{
    private const int MostJoined = 5;
    private const int MostSlid = 8;
    private readonly Comparison comparison;
    private readonly ScannedText cutting;
    private readonly ScannedText source;
    private readonly Weights weights;
    private readonly WordAlignment alignment;
    private readonly Candidates candidates;

    private SentenceMatcher(Comparison comparison, int keys)
    {
        this.comparison = comparison;
        (cutting, source) = (comparison.Cutting, comparison.Source);
        weights = new(cutting, source, keys);
        alignment = new(cutting, source, weights);
        candidates = new(cutting, source, weights, comparison.Headline is null ? 0 : 1, comparison.FirstSource);
    }

    public static void Match(Comparison comparison, int keys)
    {
        var matcher = new SentenceMatcher(comparison, keys);
        if (comparison.Headline is { } headline)
        {
            matcher.MatchHeadline(headline);
        }

        matcher.MatchBody();
        matcher.MatchReworded();
    }

    private void MatchHeadline(SentenceMatch headline)
    {
        var pairs = Prune(alignment.Align(headline.Words, Window([0])), headline.Words, source.Sentences[0].Words);
        if (Accepts(headline.Words, pairs, [0]))
        {
            Take(headline, [0], pairs);
        }
    }

    private void MatchBody()
    {
        var first = comparison.Headline is null ? 0 : 1;
        var chosen = Order.Choose(candidates, first, cutting.Sentences.Count);

        // The surest first, then in order: their covers, of which greater ones have greater bits, and their places.
        var order = new ulong[chosen.Length];
        var count = 0;
        for (var at = first; at < chosen.Length; at++)
        {
            if (chosen[at] >= 0)
            {
                order[count++] = ((ulong)~BitConverter.SingleToUInt32Bits(candidates.Of(at)[chosen[at]].Cover) << 32) | (uint)at;
            }
        }

        Array.Sort(order, 0, count);
        for (var n = 0; n < count; n++)
        {
            var at = (int)(uint)order[n];
            var (match, candidate) = (comparison.Sentences[at - first], chosen[at]);
            var all = candidates.Of(at);
            if (!TryMatch(match, all[candidate].Source, all))
            {
                for (var other = 0; other < all.Length && !match.IsFound; other++)
                {
                    if (other != candidate)
                    {
                        TryMatch(match, all[other].Source, all);
                    }
                }
            }
        }
    }

    private bool TryMatch(SentenceMatch match, int primary, ReadOnlySpan<Candidate> others)
    {
        if (IsWhole(match.Words, source.Sentences[primary].Words))
        {
            TakeWhole(match, primary);
            return true;
        }

        List<int> sources = [primary];
        var pairs = Slid(Prune(alignment.Align(match.Words, Window(sources)), match.Words, source.Sentences[primary].Words));
        if (pairs.Count == 0)
        {
            return false;
        }

        while (sources.Count < MostJoined && Further(match, sources, pairs, others) is { } more)
        {
            (sources, pairs) = more;
        }

        // What gave nothing but the speaker's name is no part of a join.
        var speakers = sources.Count > 1 ? Speakers(match) : [];
        if (sources.RemoveAll(sentence => speakers.Count > 0 && pairs.Count(pair => source.Sentences[sentence].Words.Contains(pair.Source) && !speakers.Exists(speaker => speaker.Contains(pair.Cutting))) < 2) > 0 && sources.Count > 0)
        {
            pairs = Prune(alignment.Align(match.Words, Window(sources)), match.Words, default);
        }

        if (sources.Count == 0 || !Accepts(match.Words, pairs, sources))
        {
            return false;
        }

        Take(match, sources, pairs);
        return true;
    }

    private bool IsWhole(Run here, Run there)
    {
        var equal = here.Length == there.Length ? 0 : -1;
        while (equal >= 0 && equal < here.Length)
        {
            var word = there.Start + equal;
            equal = comparison.TakenBy[word] < 0 && source.Words[word].Key == cutting.Words[here.Start + equal].Key ? equal + 1 : -1;
        }

        return equal >= 0;
    }

    private void TakeWhole(SentenceMatch match, int from)
    {
        for (var n = 0; n < match.Words.Length; n++)
        {
            comparison.Take(match.Words.Start + n, source.Sentences[from].FirstWord + n);
        }

        match.Sources = [from];
        comparison.Used[from] = true;
    }

    // "Answered, and I stress the word answered" cut at a mark: the same words could be gone before or after; the mark tells.
    private List<(int Cutting, int Source)> Slid(List<(int Cutting, int Source)> pairs)
    {
        for (var n = 0; n + 1 < pairs.Count; n++)
        {
            if (pairs[n + 1].Cutting != pairs[n].Cutting + 1 || pairs[n + 1].Source <= pairs[n].Source + 1 || cutting.HasMark(pairs[n + 1].Cutting, pairs[n + 1].Cutting))
            {
                continue;
            }

            var steps = 1;
            while (n + steps < pairs.Count && steps <= MostSlid && pairs[n + steps].Cutting == pairs[n].Cutting + steps && pairs[n].Source + steps < pairs[n + 1].Source && comparison.TakenBy[pairs[n].Source + steps] < 0
                && source.Words[pairs[n].Source + steps].Key == cutting.Words[pairs[n].Cutting + steps].Key)
            {
                if (cutting.HasMark(pairs[n].Cutting + steps + 1, pairs[n].Cutting + steps + 1))
                {
                    for (var step = 1; step <= steps; step++)
                    {
                        pairs[n + step] = (pairs[n].Cutting + step, pairs[n].Source + step);
                    }

                    break;
                }

                steps++;
            }
        }

        return pairs;
    }

    private List<int> Window(IReadOnlyList<int> sentences)
    {
        var window = new List<int>();
        foreach (var sentence in sentences)
        {
            var run = source.Sentences[sentence].Words;
            for (var word = run.Start; word < run.End; word++)
            {
                window.Add(comparison.TakenBy[word] < 0 ? word : -1);
            }
        }

        return window;
    }

    // A lone "the" between two stretches that differ is chance, not a match.
    private List<(int Cutting, int Source)> Prune(List<(int Cutting, int Source)> pairs, Run words, Run whole)
    {
        var kept = new List<(int Cutting, int Source)>(pairs.Count);
        for (var n = 0; n < pairs.Count; n++)
        {
            var (here, before, after) = (pairs[n], kept.Count == 0 ? (Cutting: words.Start - 1, Source: whole.IsEmpty ? -9 : whole.Start - 1) : kept[^1], n + 1 < pairs.Count ? pairs[n + 1] : (Cutting: words.End, Source: whole.IsEmpty ? int.MaxValue : whole.End));
            var alone = here.Cutting - before.Cutting > 1 && here.Source - before.Source > 1 && after.Cutting - here.Cutting > 1 && after.Source - here.Source > 1;
            if (!(alone && weights.IsFunction(cutting.Words[here.Cutting].Key)))
            {
                kept.Add(here);
            }
        }

        return kept;
    }

    private bool Accepts(Run words, List<(int Cutting, int Source)> pairs, List<int> sources)
    {
        float taken = 0, whole = 0, origin = 0;
        var (longest, current, last, content) = (0, 0, (Cutting: -2, Source: -2), 0);
        for (var word = words.Start; word < words.End; word++)
        {
            whole += cutting.Words[word].Is(Traits.Bracketed) ? 0 : Worth(cutting.Words[word].Key);
        }

        foreach (var pair in pairs)
        {
            var key = cutting.Words[pair.Cutting].Key;
            taken += Worth(key);
            content += weights.IsFunction(key) ? 0 : 1;
            current = pair.Cutting == last.Cutting + 1 && pair.Source == last.Source + 1 ? current + 1 : 1;
            longest = Math.Max(longest, current);
            last = pair;
        }

        foreach (var sentence in sources)
        {
            var run = source.Sentences[sentence].Words;
            for (var word = run.Start; word < run.End; word++)
            {
                origin += source.Words[word].Key < 0 ? 1 : Worth(source.Words[word].Key);
            }
        }

        if (pairs.Count == words.Length)
        {
            return true;
        }

        // "They say it is" has no word of weight at all.
        return (content == 0 && pairs.Count >= 3 && longest >= 2 && pairs.Count * 10 >= words.Length * 6) || content > 0 && (taken >= 0.42f * whole || (taken >= 0.5f * origin && taken >= 0.2f * whole) || (longest >= 4 && content >= 2 && taken >= 0.25f * whole));
    }

    private float Worth(int key) => weights.IsFunction(key) ? 0.3f : 1;

    private void Take(SentenceMatch match, List<int> sources, List<(int Cutting, int Source)> pairs)
    {
        foreach (var (word, from) in pairs)
        {
            comparison.Take(word, from);
        }

        match.Sources = [.. sources];
        foreach (var sentence in sources)
        {
            comparison.Used[sentence] = true;
        }
    }

    // One sentence here that was found nowhere, and one there that nothing was taken from, between the same neighbours, and a word in common: it was written anew.
    private void MatchReworded()
    {
        var all = comparison.Sentences;
        for (var n = 0; n < all.Count; n++)
        {
            if (all[n].IsFound || (n > 0 && !all[n - 1].IsFound) || (n + 1 < all.Count && !all[n + 1].IsFound))
            {
                continue;
            }

            var from = n == 0 ? comparison.FirstSource : all[n - 1].Sources[^1] + 1;
            var to = n + 1 < all.Count ? all[n + 1].Sources[0] : source.Sentences.Count;
            if (to != from + 1 || comparison.Used[from] || !Kin(all[n].Words, source.Sentences[from].Words, alone: all.Count == 1 && source.Sentences.Count == comparison.FirstSource + 1))
            {
                continue;
            }

            var pairs = alignment.Align(all[n].Words, Window([from]));
            Take(all[n], [from], pairs);
        }
    }

    private bool Kin(Run here, Run there, bool alone)
    {
        if (alone && here.Length < 60 && cutting.Words[here.Start].Key == source.Words[there.Start].Key)
        {
            return true;
        }

        var (shared, whole) = (0, 0);
        var stems = new HashSet<string>(StringComparer.Ordinal);
        for (var word = there.Start; word < Math.Min(there.End, there.Start + 200); word++)
        {
            stems.Add(Inflection.Stem(source.Lower(word)));
        }

        for (var word = here.Start; word < Math.Min(here.End, here.Start + 200); word++)
        {
            if (!weights.IsFunction(cutting.Words[word].Key))
            {
                whole++;
                shared += stems.Contains(Inflection.Stem(cutting.Lower(word))) ? 1 : 0;
            }
        }

        return shared * (alone ? 5 : 4) >= whole && shared > 0;
    }
}
