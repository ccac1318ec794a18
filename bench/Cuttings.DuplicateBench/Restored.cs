using System.Diagnostics;
using Cuttings.Dating;
using Cuttings.Duplicates;

namespace Cuttings.DuplicateBench;

/// <summary>A start: all articles, with their stored signatures, titles, addresses and dates, back in memory.</summary>
internal static class Restored
{
    public static void Run(int count)
    {
        var before = GC.GetTotalMemory(true);
        var stories = new Stories();
        var clock = Stopwatch.StartNew();
        stories.Restore(Enumerable.Range(0, count).Select(Stored), [], []);
        var seconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        _ = Enumerable.Range(0, count).Select(Stored).Sum(article => article.Words);
        var made = clock.Elapsed.TotalSeconds;
        Console.WriteLine($"{count:N0} articles restored in {seconds - made:0.0} s (making them apart); {(GC.GetTotalMemory(true) - before) / (double)count:0} bytes an article, of which the index {stories.Index.Bytes / (double)count:0}.");
        GC.KeepAlive(stories);
    }

    // The digests of a signature are as good as dice.
    private static StoryArticle Stored(int number)
    {
        var dice = new Random(number);
        var bytes = StoryText.Of("").Signature().ToBytes();
        BitConverter.TryWriteBytes(bytes.AsSpan(1), 400 | (40 << 16));
        Digests(dice, bytes.AsSpan(9, 64), 170_000_000);
        Digests(dice, bytes.AsSpan(73, 24), 250_000_000);
        dice.NextBytes(bytes.AsSpan(5, 4));
        if (!StorySignature.TryRead(bytes, out var signature))
        {
            throw new InvalidOperationException("A signature's layout has changed: mend the bench.");
        }

        return new()
        {
            Id = number,
            Signature = signature,
            Title = $"What the papers of the strait had to say under number {number}",
            Key = $"https://paper{number % 300}.example/news/{number}",
            Outlet = $"Paper {number % 300}",
            Published = PostedDate.Parse($"{2000 + (number % 25)}-03-{1 + (number % 28):00}"),
            Words = 400,
        };
    }

    private static void Digests(Random dice, Span<byte> to, int below)
    {
        var digests = Enumerable.Range(0, to.Length / 4).Select(_ => dice.Next(below)).Order().ToArray();
        for (var n = 0; n < digests.Length; n++)
        {
            BitConverter.TryWriteBytes(to[(4 * n)..], digests[n]);
        }
    }
}
