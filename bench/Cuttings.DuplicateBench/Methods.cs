using System.Diagnostics;
using Cuttings.Duplicates;

namespace Cuttings.DuplicateBench;

/// <summary>A way of finding near-duplicates.</summary>
internal interface IMethod
{
    string Name { get; }

    int BytesOfSignature { get; }

    void Add(ulong[] shingles);

    List<int> Find(ulong[] shingles);
}

/// <summary>The index beside the two usual methods, on the same articles and copies: what each finds, before anybody looks at a text.</summary>
internal static class Methods
{
    public static void Run(Corpus corpus, int count, int tries)
    {
        var index = new StoryIndex();
        IMethod[] others = [new MinHashTable(), new SimHashTable()];
        for (var n = 0; n < count; n++)
        {
            var text = corpus.Text(n);
            index.Add(n, StoryText.Of(text).Signature());
            var shingles = Shingles(text);
            Array.ForEach(others, other => other.Add(shingles));
        }

        Console.WriteLine($"| {count:N0} articles | bottom-k, {StoryText.Of("").Signature().ToBytes().Length} bytes | {string.Join(" | ", others.Select(other => $"{other.Name}, {other.BytesOfSignature} bytes"))} |\n| --- | --: | --: | --: |");
        var (right, found, ticks) = (new int[3], new int[3], new long[3]);
        foreach (var (kind, isCopy) in Edits.Kinds)
        {
            var (hits, answers) = (new int[3], new int[3]);
            var dice = new Random(kind.Length + (kind[0] * 1_000));
            for (var n = 0; n < tries; n++)
            {
                var number = Measured.Drawn(kind, count, dice);
                var text = Edits.Made(kind, corpus, number, dice);
                var (signature, shingles) = (StoryText.Of(text).Signature(), Shingles(text));
                for (var method = 0; method < 3; method++)
                {
                    var from = Stopwatch.GetTimestamp();
                    var answer = method == 0 ? [.. index.Find(signature).Select(candidate => (int)candidate.Id)] : others[method - 1].Find(shingles);
                    ticks[method] += Stopwatch.GetTimestamp() - from;
                    hits[method] += answer.Contains(number) ? 1 : 0;
                    answers[method] += answer.Count;
                }
            }

            for (var method = 0; method < 3; method++)
            {
                right[method] += isCopy ? hits[method] : 0;
                found[method] += answers[method];
            }

            Console.WriteLine($"| {kind} | {string.Join(" | ", hits.Zip(answers, (hit, answer) => isCopy ? $"{100.0 * hit / tries:0.0} %" : $"{(double)answer / tries:0.00} to look at"))} |");
        }

        var all = tries * (double)Edits.Kinds.Length;
        Console.WriteLine($"| to look at, a question | {string.Join(" | ", found.Select(answers => $"{answers / all:0.00}"))} |");
        Console.WriteLine($"| a question | {string.Join(" | ", ticks.Select(time => $"{1e3 * time / Stopwatch.Frequency / all:0.000} ms"))} |");
    }

    public static ulong Mixed(ulong digest)
    {
        digest = (digest ^ (digest >> 30)) * 0xBF58476D1CE4E5B9UL;
        digest = (digest ^ (digest >> 27)) * 0x94D049BB133111EBUL;
        return digest ^ (digest >> 31);
    }

    // Three words each.
    private static ulong[] Shingles(string text)
    {
        var words = text.Split([' ', '\n', '.', ','], StringSplitOptions.RemoveEmptyEntries).Select(Digest).ToArray();
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(n => Mixed(Mixed(words[n] + 1) + Mixed(words[n + 1] + 2) * 3 + words[n + 2])).Distinct()];
    }

    private static ulong Digest(string word)
    {
        var digest = 14695981039346656037UL;
        foreach (var sign in word)
        {
            digest = (digest ^ char.ToLowerInvariant(sign)) * 1099511628211UL;
        }

        return Mixed(digest);
    }
}
