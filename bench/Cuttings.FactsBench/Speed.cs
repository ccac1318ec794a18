using System.Text;
using Cuttings.Import.Pages;

namespace Cuttings.FactsBench;

/// <summary>Pages a second of one core's time, decoding and parsing included: all pages by each reader in turn, for several rounds. What counts is processor time, so that other work on the machine weighs little.</summary>
internal static class Speed
{
    private const int Unmeasured = 8;
    private const int Rounds = 9;

    public static void Print(List<TestPage> pages, string address)
    {
        var reader = new PageReader();
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Unmeasured + Rounds; round++)
        {
            var own = Clock(() => pages.ForEach(page => reader.Read(page.Bytes, "text/html; charset=utf-8", address)));
            var peer = Clock(() => pages.ForEach(page => new SmartReader.Reader(address, Encoding.UTF8.GetString(page.Bytes)).GetArticle()));
            if (round >= Unmeasured)
            {
                ours.Add(pages.Count / own);
                theirs.Add(pages.Count / peer);
            }
        }

        Console.WriteLine($"Cuttings {Median(ours):0.0} pages/s, SmartReader {Median(theirs):0.0} pages/s: {Median(ours) / Median(theirs):0.00} times as many; by rounds {string.Join(", ", ours.Zip(theirs, (own, peer) => $"{own / peer:0.0}"))}");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Clock(Action read)
    {
        var start = Environment.CpuUsage.TotalTime;
        read();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }
}
