namespace Cuttings.Import.Pages.Facts;

/// <summary>The sections and keywords under which the page files its article.</summary>
internal static class TermsFact
{
    private const int Most = 40;

    public static List<string> Categories(ScannedPage page, LinkedArticle? article)
    {
        var stated = page.All("article:section", "parsely-section", "section", "articlesection", "dc.subject.section", "cxenseparse:taxonomy").Concat(article?.Sections ?? []);
        var found = Distinct(stated.Where(text => text.Length <= 60 && !text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !text.StartsWith('/')));
        return found.Count > 0 ? found : Distinct(page.Marks.Where(mark => mark.Element.GetAttribute("rel")?.Contains("category", StringComparison.Ordinal) == true && (mark.Zone & Zone.Elsewhere & ~Zone.Footer) == Zone.None).Take(20).Select(mark => mark.Text));
    }

    public static List<string> Tags(ScannedPage page, LinkedArticle? article)
    {
        var stated = page.All("article:tag").Concat(article?.Keywords ?? []).ToList();
        stated = stated.Count > 0 ? stated : [.. page.All("news_keywords", "parsely-tags", "sailthru.tags", "citation_keywords")];
        var keywords = Distinct(stated.Count > 0 ? stated.SelectMany(Split) : page.All("keywords").SelectMany(Split));
        return keywords.Count > 0 ? keywords : Distinct(page.Marks.Where(mark => mark.Element.GetAttribute("rel") is { } rel && rel.Contains("tag", StringComparison.Ordinal) && !rel.Contains("category", StringComparison.Ordinal) && (mark.Zone & Zone.Elsewhere & ~Zone.Footer) == Zone.None).Take(Most).Select(mark => mark.Text));
    }

    private static IEnumerable<string> Split(string text) => text.Split([',', ';', '、', '，', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static List<string> Distinct(IEnumerable<string> terms) => [.. terms.Select(term => term.Trim(' ', '#')).Where(term => term.Length is > 0 and <= 80).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
}
