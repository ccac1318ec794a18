using System.Diagnostics;
using System.Text;
using Cuttings.Import.Pages;

namespace Cuttings.FactsBench;

/// <summary>Pages a second on one core, decoding and parsing included: every page by each reader in turn, the median of several rounds, so that other work on the machine weighs on both alike.</summary>
internal static class Speed
{
    private const int Rounds = 7;

    public static void Print(List<TestPage> pages, string address)
    {
        var reader = new PageReader();
        var (ours, theirs, ratios) = (0.0, 0.0, new List<double>());
        var rounds = pages.ConvertAll(_ => (Ours: new List<double>(), Theirs: new List<double>()));
        for (var round = 0; round < Rounds + 3; round++)
        {
            for (var n = 0; n < pages.Count; n++)
            {
                var (own, peer) = (Clock(() => reader.Read(pages[n].Bytes, "text/html; charset=utf-8", address)), Clock(() => new SmartReader.Reader(address, Encoding.UTF8.GetString(pages[n].Bytes)).GetArticle()));
                if (round >= 3)
                {
                    rounds[n].Ours.Add(own);
                    rounds[n].Theirs.Add(peer);
                }
            }
        }

        foreach (var page in rounds)
        {
            var (own, peer) = (Median(page.Ours), Median(page.Theirs));
            (ours, theirs) = (ours + own, theirs + peer);
            ratios.Add(peer / own);
        }

        Console.WriteLine($"Cuttings {1000 * pages.Count / ours:0.0} pages/s, SmartReader {1000 * pages.Count / theirs:0.0} pages/s: {theirs / ours:0.00} times as many; on the median page {Median(ratios):0.00} times");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Clock(Func<object> read)
    {
        var start = Stopwatch.GetTimestamp();
        read();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
