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
