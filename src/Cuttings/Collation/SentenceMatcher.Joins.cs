using Cuttings.Collation.Warnings;

namespace Cuttings.Collation;

/// <summary>Sentences made of several: which others explain the words that the first leaves over.</summary>
internal sealed partial class SentenceMatcher
{
    // Another sentence of the source that explains words which the ones at hand leave over.
    private (List<int> Sources, List<(int Cutting, int Source)> Pairs)? Further(SentenceMatch match, List<int> sources, List<(int Cutting, int Source)> pairs, ReadOnlySpan<Candidate> others)
    {
        var left = new HashSet<int>();
        var matched = pairs.Select(pair => pair.Cutting).ToHashSet();
        for (var word = match.Words.Start; word < match.Words.End; word++)
        {
            if (!matched.Contains(word) && !cutting.Words[word].Is(Traits.Bracketed))
            {
                left.Add(cutting.Words[word].Key);
            }
        }

        if (left.Count < 2)
        {
            return null;
        }

        var near = new List<int> { sources[^1] + 1, sources[0] - 1, sources[^1] + 2, sources[0] - 2 };
        foreach (var other in others)
        {
            near.Add(other.Source);
        }

        var speakers = Speakers(match);
        foreach (var other in near.Distinct().Where(other => other >= comparison.FirstSource && other < source.Sentences.Count && !sources.Contains(other)))
        {
            if (Shared(left, source.Sentences[other].Words) < 2)
            {
                continue;
            }

            foreach (var order in Orders(sources, other))
            {
                var longer = Prune(alignment.Align(match.Words, Window(order)), match.Words, default);
                if (longer.Count >= pairs.Count + 2 && Contributes(longer, order, sources[0], speakers))
                {
                    return (order, longer);
                }
            }
        }

        return null;
    }

    private static IEnumerable<List<int>> Orders(List<int> sources, int other)
    {
        List<int> sorted = [.. sources, other];
        sorted.Sort();
        yield return sorted;
        List<int> after = [.. sources, other];
        if (!after.SequenceEqual(sorted))
        {
            yield return after;
        }

        List<int> before = [other, .. sources];
        if (!before.SequenceEqual(sorted))
        {
            yield return before;
        }
    }

    private List<Run> Speakers(SentenceMatch match) => [.. Attribution.In(cutting, match.Words).Select(attribution => attribution.Speaker)];

    // Every sentence joined must give more than chance would: two words, one of them of weight, standing together or being much of it. Who speaks may be named from elsewhere without a join.
    private bool Contributes(List<(int Cutting, int Source)> longer, List<int> order, int primary, List<Run> speakers)
    {
        foreach (var sentence in order)
        {
            var run = source.Sentences[sentence].Words;
            var (count, content, longest, current, last) = (0, 0, 0, 0, (Cutting: -2, Source: -2));
            foreach (var pair in longer)
            {
                if (!run.Contains(pair.Source) || (sentence != primary && speakers.Exists(speaker => speaker.Contains(pair.Cutting))))
                {
                    continue;
                }

                count++;
                content += weights.IsFunction(cutting.Words[pair.Cutting].Key) ? 0 : 1;
                current = pair.Cutting == last.Cutting + 1 && pair.Source == last.Source + 1 ? current + 1 : 1;
                longest = Math.Max(longest, current);
                last = pair;
            }

            if (sentence == primary)
            {
                continue;
            }

            if (count < 2 || content < 1 || !(longest >= 4 || count * 2 >= run.Length))
            {
                return false;
            }
        }

        return true;
    }

    private int Shared(HashSet<int> keys, Run run)
    {
        var (shared, content) = (0, 0);
        for (var word = run.Start; word < run.End; word++)
        {
            if (comparison.TakenBy[word] < 0 && keys.Contains(source.Words[word].Key))
            {
                shared++;
                content += weights.IsFunction(source.Words[word].Key) ? 0 : 1;
            }
        }

        return content > 0 ? shared : 0;
    }
}
