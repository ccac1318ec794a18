using System.Diagnostics;
using Cuttings.Import.Pages;
using Cuttings.Import.Pages.Body;
using Cuttings.Import.Pages.Facts;
using Cuttings.Import.Pages.Posts;

namespace Cuttings.FactsBench;

/// <summary>Where time and memory go in reading a page: milliseconds a page, the median of several rounds a stage and page, and what is allocated.</summary>
internal static class Stages
{
    private const int Rounds = 7;

    public static void Print(List<TestPage> pages, string address)
    {
        var times = new SortedDictionary<string, (double Time, double Bytes)>(StringComparer.Ordinal);
        var read = pages.ConvertAll(_ => new List<Dictionary<string, (double Time, double Bytes)>>());
        for (var round = 0; round < Rounds + 3; round++)
        {
            for (var n = 0; n < pages.Count; n++)
            {
                var stages = Read(pages[n].Bytes, address);
                if (round >= 3)
                {
                    read[n].Add(stages);
                }
            }
        }

        var before = Collections();
        pages.ForEach(page => new PageReader().Read(page.Bytes, "text/html", address));
        Console.WriteLine($"collections in reading {pages.Count} pages: {string.Join(", ", Collections().Zip(before, (after, at) => after - at).Select((count, generation) => $"{count} of generation {generation}"))}");
        foreach (var rounds in read)
        {
            foreach (var stage in rounds[0].Keys)
            {
                var (time, bytes) = times.GetValueOrDefault(stage);
                times[stage] = (time + rounds.Select(round => round[stage].Time).Order().ElementAt(Rounds / 2), bytes + rounds[^1][stage].Bytes);
            }
        }

        foreach (var (stage, (time, bytes)) in times)
        {
            Console.WriteLine($"{stage,-20} {time / pages.Count,8:0.000} ms a page {bytes / pages.Count / 1024,8:0} KB");
        }
    }

    private static List<int> Collections() => [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];

    private static Dictionary<string, (double Time, double Bytes)> Read(byte[] bytes, string address)
    {
        var times = new Dictionary<string, (double Time, double Bytes)>(StringComparer.Ordinal);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Clock(times, "0 all", () => new PageReader().Read(bytes, "text/html", address));
        using var decoded = Clock(times, "1 decode", () => DecodedPage.Of(bytes, null));
        var html = SavedFrom.Mend(decoded.Text, address).Html;
        using var document = Clock(times, "2 parse", () => PageParser.Parse(html, address));
        var scan = Clock(times, "3 walk", () => PageScan.Of(document));
        var linked = Clock(times, "4 JSON-LD", () => LinkedData.Read(scan.JsonLd));
        var facts = Clock(times, "5 facts", () => FactFinder.Find(scan, linked, address, today));
        var main = FactFinder.MainArticle(scan, linked, address);
        var site = Clock(times, "5a site", () => new SiteEvidence(scan, linked, address));
        var title = Clock(times, "5b title", () => TitleFact.Find(scan, main, site));
        Clock(times, "5c language", () => LanguageFact.Find(scan, main));
        Clock(times, "5d dates", () => DatesFact.Find(scan, main, null, title, facts.Language, address, site.Host, today));
        Clock(times, "5e standfirst", () => StandfirstFact.Find(scan, main, title));
        Clock(times, "5f writers", () => WritersFact.Find(scan, main, site, title));
        Clock(times, "5g terms and image", () => (TermsFact.Categories(scan, main), TermsFact.Tags(scan, main), ImageFact.Find(scan, main, address, title)));
        var parts = Clock(times, "6 posts", () => PostContainers.Find(scan));
        Clock(times, "7 kind", () => PageKinds.Of(scan, linked, main, parts, address, out _));
        Clock(times, "8 body", () => BodyFinder.Find(document, new(facts.Title?.Text, facts.Standfirst, facts.Writers, facts.DateTexts, facts.Outlet, scan.JsonLd)));
        return times;
    }

    private static T Clock<T>(Dictionary<string, (double Time, double Bytes)> times, string stage, Func<T> read)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var result = read();
        times[stage] = (Stopwatch.GetElapsedTime(start).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
        return result;
    }
}
