using System.Diagnostics;
using Cuttings.Import.Pages;
using Cuttings.Import.Pages.Body;

namespace Cuttings.PageBench;

/// <summary>Pages of one thing again and again: time must grow with their size, not with its square.</summary>
internal static class Hostile
{
    private static readonly string[] Parts =
    [
        "<div>", "<p>", "<b>", "<table>", "<table><tr><td>", "<ul><li>", "<a href=x>", "<p>word <b>", "<font color=red><p>word", "<div>word. Words, and words enough to be a paragraph of its own.",
        "<br>", "word<br>", "<h2><a href=x>word</a></h2>", "<svg><g>", "<select><option>", "<form><input>", "<!--", "&", "<div class='", "<template><div>", "<frameset>", "</p>", "</b></i>",
        "<div></div>", "<p>word", "<li>word", "<table><tr><td>a</table>", "<a>", "<nobr>", "<button>", "<dd>", "<h1>",
    ];

    public static void Run()
    {
        Console.WriteLine("| part | parsed, 0.2 MB | 0.8 MB | read, 0.2 MB | 0.8 MB |\n| --- | --: | --: | --: | --: |");
        foreach (var part in Parts)
        {
            var (small, large) = (Time(part, 200_000), Time(part, 800_000));
            Console.WriteLine($"| `{part}` | {small.Parse:0} ms | {large.Parse:0} ms | {small.Find:0} ms | {large.Find:0} ms |");
        }
    }

    private static (double Parse, double Find) Time(string part, int size)
    {
        var html = string.Concat(Enumerable.Repeat(part, size / part.Length));
        var clock = Stopwatch.StartNew();
        var document = PageParser.Parse(html);
        var parsed = clock.Elapsed.TotalMilliseconds;
        BodyFinder.Find(document, new BodyHints("A title"));
        return (parsed, clock.Elapsed.TotalMilliseconds - parsed);
    }
}
