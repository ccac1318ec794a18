using System.Diagnostics;
using Cuttings.Collation;

namespace Cuttings.CollationBench;

/// <summary>How fast: short pairs by the second, long ones by the millisecond, and whether time grows linearly with the source.</summary>
internal static class Speed
{
    public static void Run()
    {
        var pairs = Enumerable.Range(0, 100).Select(seed => Pair(seed, 300, 1_000)).ToArray();
        Measure(pairs, 1);
        var rates = Enumerable.Range(0, 3).Select(_ => 1000 / Measure(pairs, 2)).Order().ToArray();
        Console.WriteLine($"| excerpt | source | best of three turns | median |\n| --: | --: | --: | --: |");
        Console.WriteLine($"| 300 words | 1,000 words | {rates[^1]:N0} pairs a second | {rates[1]:N0} |");
        Line("1,000", "20,000", Enumerable.Range(0, 10).Select(seed => Pair(seed, 1_000, 20_000)).ToArray());
        Console.WriteLine("\n| source | 300-word excerpt | a 1,000 words |\n| --: | --: | --: |");
        foreach (var words in (int[])[10_000, 100_000, 1_000_000])
        {
            var pair = Pair(1, 300, words);
            Measure([pair], 0.3);
            var best = Enumerable.Range(0, 3).Min(_ => Measure([pair], 0.5));
            Console.WriteLine($"| {words:N0} words | {best:0.0} ms | {best / words * 1000:0.000} ms |");
        }

        Console.WriteLine();
    }

    private static void Line(string excerpt, string source, CollationInput[] pairs)
    {
        Measure(pairs, 1);
        var times = Enumerable.Range(0, 3).Select(_ => Measure(pairs, 1)).Order().ToArray();
        Console.WriteLine($"| {excerpt} words | {source} words | {times[0]:0.0} ms a pair | {times[1]:0.0} ms |");
    }

    /// <summary>Milliseconds a pair, over at least so many seconds.</summary>
    private static double Measure(CollationInput[] pairs, double seconds)
    {
        var (clock, runs) = (Stopwatch.StartNew(), 0);
        do
        {
            foreach (var pair in pairs)
            {
                Collator.Collate(pair);
                runs++;
            }
        }
        while (clock.Elapsed.TotalSeconds < seconds);
        return clock.Elapsed.TotalMilliseconds / runs;
    }

    private static CollationInput Pair(int seed, int excerpt, int source)
    {
        var texts = new Texts(seed);
        var sentences = texts.Sentences(source);
        return new(texts.Excerpt(sentences, excerpt), Texts.Joined(sentences));
    }
}
