using System.Diagnostics;

namespace Cuttings.PageBench;

/// <summary>Pages a second on one core, parsing included: each page in turn by every reader, several rounds, the median of each page's times.</summary>
internal static class Speed
{
    private const int Rounds = 7;

    public static void Run(List<Page> pages)
    {
        using var node = Readability.Start();
        // One core only, so that no figure leans on a collector at work on another one.
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = 1;
        }

        var readers = new List<(string Name, Func<string, double> Time)>
        {
            ("Cuttings", html => Clock(() => Readers.Ours(html))),
            ("SmartReader", html => Clock(() => Readers.Smart(html))),
        };
        if (node is not null)
        {
            readers.Add(("@mozilla/readability", html => node.Read(html).GetProperty("ms").GetDouble()));
        }

        var times = readers.ConvertAll(_ => pages.ConvertAll(_ => new List<double>()));
        for (var round = 0; round < Rounds + 2; round++)
        {
            for (var page = 0; page < pages.Count; page++)
            {
                for (var reader = 0; reader < readers.Count; reader++)
                {
                    var time = readers[reader].Time(pages[page].Html);
                    if (round > 1)
                    {
                        times[reader][page].Add(time);
                    }
                }
            }
        }

        var rates = times.ConvertAll(reader => 1000 * pages.Count / reader.Sum(Median));
        Console.WriteLine("| reader | pages a second | Cuttings is faster by |\n| --- | --: | --: |");
        for (var reader = 0; reader < readers.Count; reader++)
        {
            Console.WriteLine($"| {readers[reader].Name} | {rates[reader]:0.0} | {rates[0] / rates[reader]:0.0} |");
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static double Clock(Func<string> read)
    {
        var start = Stopwatch.GetTimestamp();
        read();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
