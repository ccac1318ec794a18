using System.Diagnostics;

namespace Cuttings.FeedBench;

/// <summary>Feeds a second of one core's time (not the clock's, so that other programs do not count), and the memory that reading one takes: each set in turn by every reader, several rounds, the best one, since whatever else runs can only make it slower.</summary>
internal static class Speed
{
    private const int Rounds = 15;
    private const double WarmSeconds = 8;

    public static void Run(List<FeedSet> sets, bool oursOnly)
    {
        var readers = oursOnly ? Readers.All.Take(1).ToList() : [.. Readers.All];
        Warm(sets, readers);
        // One core only, so that no figure leans on a collector at work on another one.
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = 1;
        }

        Console.WriteLine("| feeds | reader | feeds a second | MB a second | taken a feed | not read | Cuttings is faster by |\n| --- | --- | --: | --: | --: | --: | --: |");
        foreach (var set in sets)
        {
            Compare(set, readers);
        }
    }

    // Until everything has been compiled for good.
    private static void Warm(List<FeedSet> sets, List<(string Name, Func<byte[], int> Read)> readers)
    {
        foreach (var (_, reader) in readers)
        {
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < WarmSeconds;)
            {
                _ = sets.Sum(set => set.Feeds.Take(50).Sum(feed => Read(reader, feed) ?? 0));
            }
        }
    }

    private static void Compare(FeedSet set, List<(string Name, Func<byte[], int> Read)> readers)
    {
        var times = readers.ConvertAll(_ => new List<double>());
        var taken = new long[readers.Count];
        var repeats = Math.Max(1, 400_000 / set.Feeds.Sum(feed => feed.Length));
        for (var round = 0; round < Rounds + 3; round++)
        {
            for (var reader = 0; reader < readers.Count; reader++)
            {
                var (start, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
                for (var n = 0; n < repeats; n++)
                {
                    _ = set.Feeds.Sum(feed => Read(readers[reader].Read, feed) ?? 0);
                }

                var time = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
                taken[reader] = GC.GetAllocatedBytesForCurrentThread() - before;
                if (round > 2)
                {
                    times[reader].Add(time);
                }
            }
        }

        var (feeds, megabytes) = (repeats * set.Feeds.Count, repeats * set.Feeds.Sum(feed => feed.Length) / 1e6);
        for (var reader = 0; reader < readers.Count; reader++)
        {
            var (time, unread) = (times[reader].Min(), set.Feeds.Count(feed => Read(readers[reader].Read, feed) is null));
            Console.WriteLine($"| {set.Name} | {readers[reader].Name} | {feeds / time:N0} | {megabytes / time:0.0} | {taken[reader] / 1024.0 / feeds:N0} KB | {unread} | {time / times[0].Min():0.0} |");
        }
    }

    private static int? Read(Func<byte[], int> reader, byte[] feed)
    {
        try
        {
            return reader(feed) is >= 0 and var items ? items : null;
        }
#pragma warning disable CA1031 // Whatever a peer throws, it did not read the feed.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
