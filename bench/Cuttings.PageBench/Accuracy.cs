namespace Cuttings.PageBench;

/// <summary>The words of each page beside those that Readability's own tests expect.</summary>
internal static class Accuracy
{
    public static void Run(List<Page> pages, Judgements judgements)
    {
        var judged = pages.ConvertAll(judgements.Of);
        var results = new List<(string Name, List<string> Texts)>
        {
            ("Cuttings", pages.ConvertAll(page => Readers.Ours(page.Html))),
            ("SmartReader", pages.ConvertAll(page => Words.TextOf(Readers.Smart(page.Html)))),
        };
        if (Readability.Texts(pages) is { } texts)
        {
            results.Add(("@mozilla/readability", texts));
        }

        Console.WriteLine("Beside Readability's own output:\n");
        Table(pages, results);
        Console.WriteLine("As judged by the page:\n");
        Table(judged, results);
    }

    private static void Table(List<Page> pages, List<(string Name, List<string> Texts)> results)
    {
        Console.WriteLine("| reader | pages | precision | recall | F1 |\n| --- | --- | --: | --: | --: |");
        foreach (var (name, texts) in results)
        {
            var scores = pages.Zip(texts, (page, text) => (Page: page, Words: Words.Compare(text, page.Expected))).ToList();
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
