using AngleSharp.Dom;
using Cuttings.Import.Pages;
using Cuttings.Import.Pages.Body;

namespace Cuttings.PageBench;

/// <summary>Who reads the pages here.</summary>
internal static class Readers
{
    /// <summary>The text as Cuttings reads it; empty where it finds none.</summary>
    public static string Ours(string html) => Found(html)?.Excerpt.ToText() ?? "";

    public static FoundBody? Found(string html)
    {
        var document = PageParser.Parse(html);
        return BodyFinder.Find(document, Hints(document));
    }

    /// <summary>The title alone: what the page's first h1 says, else its title.</summary>
    public static BodyHints Hints(IDocument document) => new(document.QuerySelector("h1")?.TextContent is { Length: > 0 } heading ? heading : document.Title);

    /// <summary>The text as SmartReader reads it, as HTML.</summary>
    public static string Smart(string html) => new SmartReader.Reader("https://page.example/", html).GetArticle() is { IsReadable: true } article ? article.Content : "";
}
