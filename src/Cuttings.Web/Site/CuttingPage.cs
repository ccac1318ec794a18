using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cuttings.Archiving;
using Cuttings.Dating;
using Cuttings.Listing;
using Cuttings.Web.Citations;
using Cuttings.Web.Site.Collation;
using Cuttings.Web.Site.Sources;

namespace Cuttings.Web.Site;

/// <summary>One cutting, with what reference managers and search engines read.</summary>
internal static class CuttingPage
{
    public static async ValueTask<Answer> AnswerAsync(Context context, StoredCutting stored, CancellationToken cancel)
    {
        var cutting = stored.Cutting;
        var listed = (await context.Archive.ByNumbersAsync([stored.Number], cancel))[0];
        var source = cutting.Sources.FirstOrDefault();
        var path = "/cutting/" + cutting.Slug;
        var display = await Entry.DisplayAsync(context, cancel);
        var html = new StringBuilder();
        html.Append("<article class=\"cutting whole\"><h1").Append(Languages.Attributes(cutting.Language)).Append('>').Append(Page.Encode(cutting.Headline)).Append("</h1><p class=\"by\">").Append(Entry.Date(cutting.Posted, context.Zone))
            .Append(stored.Author is { } author ? " · cut by " + Page.Link("/author/" + author.Slug, author.Name) : " · <span class=\"lost\">author lost</span>").Append("</p><p class=\"credit\">")
            .Append(Entry.Credit(cutting.Credit.Printed, stored.Outlet)).Append(cutting.Credit.Byline is { } byline ? " · by " + Page.Encode(byline) : "").Append(cutting.Credit.Via is { } via ? " · via " + Page.Encode(via) : "")
            .Append(source?.Published is { } published ? " · published " + Entry.Date(published) : "")
            .Append(source?.Url is not null ? " · " + (await OriginalLink.WriteAsync(context, stored, source, source.Title ?? OriginalLink.Unnamed, cancel)).Html : source?.Title is { } title ? " · “" + Page.Encode(title) + "”" : "")
            .Append(cutting.Language is { } language && language != context.Settings.Language ? " · in " + Page.Encode(Languages.Name(language)) : "")
            .Append("</p><div class=\"excerpt\"").Append(Languages.Attributes(cutting.Language)).Append('>');
        var excerpt = new StringBuilder();
        Marks.Write(excerpt, Entry.Shown(listed, display), '2');
        var collations = Cuttings.Collation.CuttingCollator.Collate(cutting);
        html.Append(MarkedCuts.Open(excerpt.ToString(), collations.Length == 1 ? collations[0].Collated : null)).Append("</div>");
        CollationPage.WriteStatement(html, stored, collations);
        Entry.AlsoIn(html, await context.Archive.CopiesAsync(stored.Number, cancel));
        Entry.Filed(html, stored.Categories, stored.Tags);
        if (!cutting.Corrections.IsEmpty)
        {
            html.Append("<section class=\"corrections\"><h2>Corrections</h2><ul>");
            foreach (var correction in cutting.Corrections)
            {
                html.Append("<li>").Append(Entry.Date(correction.Date)).Append(": ").Append(Page.Encode(correction.Text)).Append("</li>");
            }

            html.Append("</ul></section>");
        }

        html.Append("<section class=\"cite\"><h2>Cite</h2><p class=\"citation\">“<span").Append(Languages.Attributes(cutting.Language)).Append('>').Append(Page.Encode((source?.Title ?? cutting.Headline).TrimEnd('.'))).Append("</span>.” ").Append(stored.Outlet is { } outlet ? $"<cite>{Page.Encode(outlet.Name)}</cite>{(source?.Published is null ? ". " : ", ")}" : "")
            .Append(source?.Published is { } appeared ? Entry.Date(appeared) + ". " : "").Append("In: <cite>").Append(Page.Encode(context.Settings.Title)).Append("</cite>, ").Append(cutting.Posted is null ? "" : "posted ").Append(Entry.Date(cutting.Posted, context.Zone)).Append(". <a href=\"").Append(Page.Encode(Context.Encoded(path))).Append("\">").Append(Page.Encode(context.Base + path)).Append("</a></p><p class=\"forms\">").AppendJoin(" · ", new[] { (".ris", "RIS"), (".bib", "BibTeX"), (".csl.json", "CSL-JSON"), (".json", "JSON") }.Select(form => Page.Link(path + form.Item1, form.Item2))).Append("</p></section></article>");
        return Page.Of(context, cutting.Headline, Head(context, stored, Entry.Public(stored, display).Excerpt.ToText()), html.ToString(), path);
    }

    private static string Head(Context context, StoredCutting stored, string shown)
    {
        var cutting = stored.Cutting;
        var source = cutting.Sources.FirstOrDefault();
        var address = context.Absolute("/cutting/" + cutting.Slug);
        var published = source?.Published ?? cutting.Posted;
        var meta = new StringBuilder("<meta property=\"og:type\" content=\"article\">");
        foreach (var (name, value) in new[]
        {
            ("citation_title", source?.Title ?? cutting.Headline), ("citation_publication_date", published is null ? null : CertainDate.Slashed(published)),
            ("citation_journal_title", stored.Outlet?.Name), ("citation_language", cutting.Language), ("citation_public_url", address), ("z:itemType", "newspaperArticle"), ("DC.type", "newspaperArticle"),
        })
        {
            meta.Append(value is null ? "" : $"<meta name=\"{name}\" content=\"{Page.Encode(value)}\">");
        }

        foreach (var writer in cutting.Credit.Byline is { } byline ? CitationWriter.Writers(byline) : [])
        {
            meta.Append("<meta name=\"citation_author\" content=\"").Append(Page.Encode(writer)).Append("\">");
        }

        var article = new JsonObject { ["@type"] = "NewsArticle" };
        Set(article, ("headline", source?.Title), ("url", source?.Url), ("datePublished", Iso(source?.Published)), ("author", cutting.Credit.Byline));
        if (stored.Outlet is { } outlet)
        {
            article["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = outlet.Name };
        }

        var quotation = new JsonObject { ["@context"] = "https://schema.org", ["@type"] = "Quotation" };
        Set(quotation, ("name", cutting.Headline), ("url", address), ("datePublished", Iso(cutting.Posted)), ("inLanguage", cutting.Language), ("text", shown.Length == 0 ? null : shown), ("citation", cutting.Credit.Printed));
        quotation["isBasedOn"] = article;
        // The default encoder writes < as \u003C, so that no text can close the element.
        return meta.Append("<script type=\"application/ld+json\">").Append(quotation.ToJsonString()).Append("</script>").ToString();
    }

    private static string? Iso(PostedDate? date) => date is null ? null : PlainDate.OrInterval(date);

    private static void Set(JsonObject item, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                item[name] = value;
            }
        }
    }
}
