using Cuttings.Collation;
using DiffPlex;

namespace Cuttings.CollationBench;

/// <summary>Word diffs, and the fairest simple reading of what they say about sentences.</summary>
internal static class Diffs
{
    public static int[] Difflib(Tokens cutting, Tokens source)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int Number(string word) => numbers.TryGetValue(word, out var number) ? number : numbers[word] = numbers.Count;
        return SequenceMatcher.Match([.. cutting.Words.Select(Number)], [.. source.Words.Select(Number)]);
    }

    public static int[] DiffPlex(Tokens cutting, Tokens source)
    {
        var diff = Differ.Instance.CreateDiffs(string.Join('\n', cutting.Words), string.Join('\n', source.Words), ignoreWhiteSpace: false, ignoreCase: false, new OneALine());
        var found = new int[cutting.Words.Count];
        Array.Fill(found, -1);
        var (at, other) = (0, 0);
        foreach (var block in diff.DiffBlocks)
        {
            for (; at < block.DeleteStartA; at++)
            {
                found[at] = other++;
            }

            (at, other) = (at + block.DeleteCountA, other + block.InsertCountB);
        }

        for (; at < found.Length; at++)
        {
            found[at] = other++;
        }

        return found;
    }

    /// <summary>What a diff says: for each sentence its verdict and whether a word between quotation marks differs; for each sentence of the source whether it is gone.</summary>
    public static Reading Read(Tokens cutting, IReadOnlyList<Range> sentences, Tokens source, IReadOnlyList<Range> sources, int[] found)
    {
        var taken = new bool[source.Words.Count];
        foreach (var at in found.Where(at => at >= 0))
        {
            taken[at] = true;
        }

        var gone = sources.Select(range => !Words(range).Any(word => taken[word])).ToArray();
        return new([.. sentences.Select(range => Sentence(cutting, range, source, sources, found, taken))], gone);
    }

    private static (Verdict Verdict, bool Misquoted) Sentence(Tokens cutting, Range range, Tokens source, IReadOnlyList<Range> sources, int[] found, bool[] taken)
    {
        var words = Words(range).ToList();
        var matched = words.FindAll(word => found[word] >= 0);
        // A stray "the" is no match.
        if (matched.Count * 5 < words.Count || matched.Count == 0)
        {
            return (Verdict.Added, false);
        }

        // The sentence of the source that most of its words stand in.
        var origin = sources.MaxBy(one => matched.Count(word => found[word] >= one.Start.Value && found[word] < one.End.Value));
        var deleted = Words(origin).Where(word => !taken[word]).ToList();
        var inserted = words.FindAll(word => found[word] < 0);
        var verdict = inserted.Count > 0 ? Verdict.Altered : deleted.Count > 0 ? Verdict.Trimmed : Verdict.Verbatim;
        return (verdict, inserted.Exists(word => cutting.Quoted[word]) || deleted.Exists(word => source.Quoted[word]));
    }

    private static IEnumerable<int> Words(Range range) => Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value);

    private sealed class OneALine : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Split('\n');
    }
}

/// <summary>What one program says of one pair.</summary>
internal sealed record Reading(IReadOnlyList<(Verdict Verdict, bool Misquoted)> Sentences, IReadOnlyList<bool> Gone);
