using Cuttings.Import.Pages;
using Cuttings.Import.Pages.Body;

namespace Cuttings.PageBench;

/// <summary>For those who write rules: what was taken of a page and why the rest was not.</summary>
internal static class Differences
{
    public static void Worst(List<Page> pages, Judgements judged, bool heldOut)
    {
        foreach (var (page, ours) in pages.Where(page => page.IsHeldOut == heldOut).Select(judged.Of).Select(page => (page, Words.Compare(Readers.Ours(page.Html), page.Expected))).OrderBy(pair => pair.Item2.F1).Take(40))
        {
            var smart = Words.Compare(Words.TextOf(Readers.Smart(page.Html)), page.Expected);
            Console.WriteLine($"{page.Name,-40} F1 {ours.F1:0.000} P {ours.Precision:0.000} R {ours.Recall:0.000}   SmartReader {smart.F1:0.000}");
        }
    }

    public static void Show(Page page)
    {
        var document = PageParser.Parse(page.Html);
        var found = Readers.Found(page.Html);
        Console.WriteLine(found);
        Console.WriteLine(found?.Excerpt.ToHtml());
        var content = new PageReader().Read(System.Text.Encoding.UTF8.GetBytes(page.Html), "text/html; charset=utf-8", "https://page.example/a");
        Console.WriteLine(content.Why ?? string.Join(" | ", content.Articles.Select(article => $"{article.Kind} {article.Title}: {article.Body.Blocks.Length} blocks")));
        var expected = string.Join(' ', page.Expected.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        using var tree = PageTree.Of(document.Body!, everything: false);
        if (BodyFinder.Judge(tree, Readers.Hints(document), StatedBody.Of(document)) is var (root, blocks))
        {
            var element = (AngleSharp.Dom.IElement)tree.Nodes[root].Dom;
            Console.WriteLine($"ROOT <{element.LocalName} id={element.Id} class={element.ClassName}>");
            foreach (var block in blocks)
            {
                var wanted = expected.Contains(block.Text, StringComparison.Ordinal);
                var sign = (block.IsKept, wanted) switch { (true, true) => " ", (false, false) => "-", (true, false) => "?", _ => "!" };
                Console.WriteLine($"{sign} {block.Kind,-10} {block.Weight,5:0} {block.LinkShare:0.00} {(block.LeftOut == "elsewhere" ? (block.Traits & Traits.Foreign).ToString() : block.LeftOut),-24} {(block.Text.Length > 130 ? block.Text[..130] : block.Text)}");
            }
        }

        var text = string.Join(' ', found?.Excerpt.ToText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);
        foreach (var line in page.Expected.Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0 && !text.Contains(line, StringComparison.Ordinal)))
        {
            Console.WriteLine($"MISSING {(line.Length > 200 ? line[..200] : line)}");
        }
    }
}
