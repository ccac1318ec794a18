using System.Diagnostics;
using Cuttings.Duplicates;

namespace Cuttings.DuplicateBench;

/// <summary>The index at its full size: how it is built, what it holds, how long a question takes, what it finds by kind of copy.</summary>
internal static class Measured
{
    public static void Run(string language, Corpus corpus, int count, int tries)
    {
        var index = Build(language, corpus, count);
        Console.WriteLine($"\n| {language}, {count:N0} articles | found | folded by signatures | folded by texts | p50 | p99 |\n| --- | --: | --: | --: | --: | --: |");
        var all = new List<double>();
        var (right, wrong) = (new int[2], new int[2]);
        foreach (var (kind, isCopy) in Edits.Kinds)
        {
            var (found, folded, false_, times) = Try(index, corpus, count, kind, isCopy, tries);
            all.AddRange(times);
            for (var n = 0; n < 2; n++)
            {
                right[n] += folded[n];
                wrong[n] += false_[n];
            }

            var share = (int of) => isCopy ? $"{100.0 * of / tries:0.0} %" : "";
            Console.WriteLine($"| {kind} | {share(found)} | {(isCopy ? share(folded[0]) : $"{false_[0]} wrongly")} | {(isCopy ? share(folded[1]) : $"{false_[1]} wrongly")}{(isCopy && false_[1] > 0 ? $" ({false_[1]} wrongly)" : "")} | {At(times, 0.5):0.000} ms | {At(times, 0.99):0.000} ms |");
        }

        all.Sort();
        Console.WriteLine($"\nPrecision by signatures {Precision(right[0], wrong[0]):0.0000} ({wrong[0]} wrong), by texts {Precision(right[1], wrong[1]):0.0000} ({wrong[1]} wrong). A question takes p50 {At(all, 0.5):0.000} ms, p99 {At(all, 0.99):0.000} ms, at most {all[^1]:0.000} ms.");
    }

    private static StoryIndex Build(string language, Corpus corpus, int count)
    {
        var clock = Stopwatch.StartNew();
        var signatures = new StorySignature[count];
        var (reading, characters) = (0L, 0L);
        Parallel.For(0, count, () => (Ticks: 0L, Characters: 0L), (n, _, sums) =>
        {
            var text = corpus.Text(n);
            var from = Stopwatch.GetTimestamp();
            signatures[n] = StoryText.Of(text).Signature();
            return (sums.Ticks + Stopwatch.GetTimestamp() - from, sums.Characters + text.Length);
        }, sums =>
        {
            Interlocked.Add(ref reading, sums.Ticks);
            Interlocked.Add(ref characters, sums.Characters);
        });
        Console.WriteLine($"{language}: {count:N0} articles of {characters / count:N0} characters made and read in {clock.Elapsed.TotalSeconds:0} s; reading one into its signature {1e6 * reading / Stopwatch.Frequency / count:0} µs.");
        var index = new StoryIndex();
        var before = GC.GetTotalMemory(true);
        clock.Restart();
        for (var n = 0; n < count; n++)
        {
            index.Add(n, signatures[n]);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine($"Built from signatures in {seconds:0.0} s, {1e6 * seconds / count:0.0} µs each; {index.Bytes / (double)index.Count:0} bytes an article by its own count, {(GC.GetTotalMemory(true) - before) / (double)count:0} by the collector's.");
        GC.KeepAlive(signatures);
        return index;
    }

    private static (int Found, int[] Folded, int[] Wrong, List<double> Times) Try(StoryIndex index, Corpus corpus, int count, string kind, bool isCopy, int tries)
    {
        var dice = new Random(kind.Length + (kind[0] * 1_000));
        var (found, folded, wrong, times) = (0, new int[2], new int[2], new List<double>());
        for (var n = 0; n < tries; n++)
        {
            var number = Drawn(kind, count, dice);
            var text = Edits.Made(kind, corpus, number, dice);
            // What only looks like a copy is most often the outlet's own; copies stand elsewhere.
            var outlet = isCopy ? -1 : corpus.Outlet(number);
            var read = StoryText.Of(text);
            var signature = read.Signature();
            // Of the processor, not of the clock: others are at work on this machine.
            var from = Environment.CpuUsage.TotalTime;
            var candidates = index.Find(signature);
            times.Add((Environment.CpuUsage.TotalTime - from).TotalMilliseconds);
            found += isCopy && candidates.Any(candidate => candidate.Id == number) ? 1 : 0;
            var bySignature = candidates.Where(candidate => candidate.Estimate >= Degree.SameCopy).Select(candidate => candidate.Id).ToList();
            var byText = candidates.Where(candidate => Likeness.Between(read, StoryText.Of(corpus.Text((int)candidate.Id))).Verdict(candidate.IsCommon || outlet == corpus.Outlet((int)candidate.Id)) >= Degree.SameCopy).Select(candidate => candidate.Id).ToList();
            foreach (var (at, ids) in new[] { (0, bySignature), (1, byText) })
            {
                folded[at] += isCopy && ids.Contains(number) ? 1 : 0;
                wrong[at] += ids.Count(id => !isCopy || id != number);
            }
        }

        times.Sort();
        return (found, folded, wrong, times);
    }

    internal static int Drawn(string kind, int count, Random dice)
    {
        for (; ; )
        {
            var number = dice.Next(count);
            if (kind.StartsWith("a form", StringComparison.Ordinal) == Corpus.IsForm(number))
            {
                return number;
            }
        }
    }

    private static double At(List<double> times, double share) => times[(int)(share * (times.Count - 1))];

    private static double Precision(int right, int wrong) => right + wrong == 0 ? 1 : (double)right / (right + wrong);
}
