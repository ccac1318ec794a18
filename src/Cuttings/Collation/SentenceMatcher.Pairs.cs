namespace Cuttings.Collation;

/// <summary>Which pairs of equal words count, and whether they are enough.</summary>
internal sealed partial class SentenceMatcher
{
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
}
