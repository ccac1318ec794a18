namespace Cuttings.PageBench;

/// <summary>Lists what Readability takes and we drop, and the reverse, in stretches of at least eight words, each line with its digest for `judged.json`.</summary>
internal static class Disagreement
{
    private const int Fewest = 8;
    private const int Shown = 220;

    public static void Print(IEnumerable<Page> pages, Judgements judged)
    {
        foreach (var page in pages)
        {
            var ours = Readers.Ours(page.Html);
            Print(page, judged, "dropped", Judgements.Lines(page.Expected), Missing(ours), _ => true);
            Print(page, judged, "kept", Judgements.Lines(Words.TextOf(page.Html)), Missing(page.Expected), Has(ours));
        }
    }

    private static void Print(Page page, Judgements judged, string what, IEnumerable<string> lines, Func<string, bool> isMissing, Func<string, bool> isThere)
    {
        var stretch = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line.Length > 0 && isThere(line) && isMissing(line))
            {
                stretch.Add(line);
                continue;
            }

            if (stretch.Sum(one => Words.Of(one).Count()) >= Fewest)
            {
                Console.WriteLine($"== {page.Name}{(page.IsHeldOut ? " (held out)" : "")}: {what}");
                stretch.ForEach(one => Console.WriteLine($"{(judged.IsJudged(page, one) ? " " : "?")} {Judgements.Digest(one)} {(one.Length > Shown ? $"{one[..Shown]} … ({Words.Of(one).Count()} words)" : one)}"));
            }

            stretch.Clear();
        }
    }

    private static Func<string, bool> Has(string text)
    {
        var missing = Missing(text);
        return line => Words.Of(line).Any() && !missing(line);
    }

    // A line is missing where less than four fifths of its runs of three words are in the text.
    private static Func<string, bool> Missing(string text)
    {
        var there = Runs(Words.Of(text)).ToHashSet(StringComparer.Ordinal);
        return line => Runs(Words.Of(line)).ToList() is { Count: > 0 } runs && runs.Count(there.Contains) < 0.8 * runs.Count;
    }

    private static IEnumerable<string> Runs(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 3 ? [string.Join(' ', all), .. all] : Enumerable.Range(0, all.Count - 2).Select(n => string.Join(' ', all.Skip(n).Take(3))).Concat(all).Concat(all.Zip(all.Skip(1), (a, b) => a + " " + b));
    }
}
