namespace Cuttings.Import.Pages.Facts;

/// <summary>Finds the facts of an article's page.</summary>
internal static class FactFinder
{
    /// <param name="page">The page, walked over.</param>
    /// <param name="linked">Its JSON-LD.</param>
    /// <param name="address">Where it was found, or null.</param>
    /// <param name="today">The latest day that can be past.</param>
    public static PageFacts Find(ScannedPage page, LinkedData linked, string? address, DateOnly today)
    {
        var site = new SiteEvidence(page, linked, address ?? page.Links.Find(link => link.Rel == "canonical")?.Address ?? page.Meta("og:url"));
        var article = MainArticle(page, linked, address);
        var webPage = linked.Pages.Find(one => !one.IsPart);
        var title = TitleFact.Find(page, article, site);
        var own = AddressFact.Find(page, article, address);
        var language = LanguageFact.Find(page, article ?? webPage);
        var region = page.HtmlLanguage is { Length: > 2 } full && full.Contains('-') ? full : page.Meta("og:locale") ?? language;
        var dates = DatesFact.Find(page, article, webPage, title, region, own ?? address, site.Host, today);
        return new()
        {
            Title = title,
            Standfirst = StandfirstFact.Find(page, article, title),
            Writers = WritersFact.Find(page, article, site, title),
            Published = dates.Published,
            Modified = dates.Modified,
            DateTexts = dates.Texts,
            Outlet = OutletFact.Find(page, article, linked, site),
            Language = language,
            Address = own,
            Image = ImageFact.Find(page, article, own ?? address, title),
            Categories = TermsFact.Categories(page, article),
            Tags = TermsFact.Tags(page, article),
            IsClosed = article?.IsClosed == true,
        };
    }

    /// <summary>The article that the page is about: of several the one whose headline or address is the page's own.</summary>
    public static LinkedArticle? MainArticle(ScannedPage page, LinkedData linked, string? address)
    {
        var whole = linked.Articles.FindAll(article => !article.IsPart);
        var among = whole.Count > 0 ? whole : linked.Articles;
        if (among.Count < 2)
        {
            return among is [{ IsPart: false }] ? among[0] : among.Find(article => IsOwn(article, page, address));
        }

        // News before films and reviews that stand on its page.
        return among.Find(article => IsOwn(article, page, address)) ?? (whole.Count == 0 ? null : whole.Find(article => article.Type.EndsWith("Article", StringComparison.Ordinal) || article.Type.EndsWith("Posting", StringComparison.Ordinal)) ?? whole[0]);
    }

    private static bool IsOwn(LinkedArticle article, ScannedPage page, string? address)
    {
        if (article.Headline is { } headline && (page.Title?.Contains(headline, StringComparison.OrdinalIgnoreCase) == true || page.Meta("og:title")?.Equals(headline, StringComparison.OrdinalIgnoreCase) == true))
        {
            return true;
        }

        var own = page.Links.Find(link => link.Rel == "canonical")?.Address ?? page.Meta("og:url") ?? address;
        return own is not null && article.Address is { } stated && own.TrimEnd('/').Equals(stated.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(own, UriKind.Absolute, out var uri) && uri.AbsolutePath.Length > 1;
    }
}
