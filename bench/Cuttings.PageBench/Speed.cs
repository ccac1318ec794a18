using System.Diagnostics;
using Cuttings.Import.Pages;

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

        var bytes = pages.DistinctBy(page => page.Html, StringComparer.Ordinal).ToDictionary(page => page.Html, page => System.Text.Encoding.UTF8.GetBytes(page.Html), StringComparer.Ordinal);
        var reader = new PageReader();
        var readers = new List<(string Name, Func<string, double> Time)>
        {
            ("Cuttings, whole pages", html => Clock(() => reader.Read(bytes[html], "text/html; charset=utf-8", "https://page.example/a"))),
            ("Cuttings, text alone", html => Clock(() => Readers.Ours(html))),
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
                for (var each = 0; each < readers.Count; each++)
                {
                    var time = readers[each].Time(pages[page].Html);
                    if (round > 1)
                    {
                        times[each][page].Add(time);
                    }
                }
            }
        }

        var rates = times.ConvertAll(measured => 1000 * pages.Count / measured.Sum(Median));
        Console.WriteLine("| reader | pages a second | whole pages are faster by | text alone by |\n| --- | --: | --: | --: |");
        for (var each = 0; each < readers.Count; each++)
        {
            Console.WriteLine($"| {readers[each].Name} | {rates[each]:0.0} | {rates[0] / rates[each]:0.00} | {rates[1] / rates[each]:0.00} |");
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static double Clock(Func<object?> read)
    {
        var start = Stopwatch.GetTimestamp();
        read();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
