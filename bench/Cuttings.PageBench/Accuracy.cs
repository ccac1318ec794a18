namespace Cuttings.PageBench;

/// <summary>The words of each page beside those that Readability's own tests expect.</summary>
internal static class Accuracy
{
    public static void Run(List<Page> pages)
    {
        Console.WriteLine("| reader | pages | precision | recall | F1 |\n| --- | --- | --: | --: | --: |");
        var results = new (string Name, Func<Page, string> Read)[]
        {
            ("Cuttings", page => Readers.Ours(page.Html)),
            ("SmartReader", page => Words.TextOf(Readers.Smart(page.Html))),
        }.Select(reader => (reader.Name, Scores: pages.Select(page => (Page: page, Words: Words.Compare(reader.Read(page), page.Expected))).ToList())).ToList();
        foreach (var peer in Readability.Texts(pages) is { } texts ? [("@mozilla/readability", pages.Zip(texts, (page, text) => (Page: page, Words: Words.Compare(text, page.Expected))).ToList())] : Array.Empty<(string, List<(Page, Words)>)>())
        {
            results.Add(peer);
        }

        foreach (var (name, scores) in results)
        {
            Line(name, "all", scores.Select(score => score.Words));
            Line(name, "tried on", scores.Where(score => !score.Page.IsHeldOut).Select(score => score.Words));
            Line(name, "held out", scores.Where(score => score.Page.IsHeldOut).Select(score => score.Words));
        }

        Console.WriteLine();
    }

    private static void Line(string name, string half, IEnumerable<Words> words)
    {
        var all = words.ToList();
        Console.WriteLine($"| {name} | {half} ({all.Count}) | {all.Average(page => page.Precision):0.0000} | {all.Average(page => page.Recall):0.0000} | {all.Average(page => page.F1):0.0000} |");
    }
}
