using System.Text;
using Cuttings.Listing;
using Cuttings.Vocabulary;
using Cuttings.Web.Site;

namespace Cuttings.Web.Feeds;

/// <summary>What lets machines find their way: OpenSearch 1.1 and the sitemap.</summary>
internal static class Discovery
{
    // The sitemap protocol allows 50,000 addresses a file.
    private const int Most = 5000;

    public static Answer OpenSearch(Context context) => Answer.Text(
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?><OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\"><ShortName>{Page.Encode(Short(context.Settings.Title))}</ShortName><Description>Search {Page.Encode(context.Settings.Title)}</Description><InputEncoding>UTF-8</InputEncoding><Url type=\"text/html\" template=\"{Page.Encode(context.Base)}/search?q={{searchTerms}}\"/></OpenSearchDescription>",
        "application/opensearchdescription+xml");

    /// <summary>An index of parts, each going on after a place in the list; a part where one is asked for.</summary>
    public static async ValueTask<Answer?> SitemapAsync(Context context, CancellationToken cancel)
    {
        if (!context.TryPlace("after", out var after))
        {
            return null;
        }

        var request = new ListRequest(ListKey.All, Most) { After = after, WithCopies = true };
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        var page = (await context.Archive.ListAsync(request, cancel))!;
        if (!context.Query.ContainsKey("part") && page.Next is not null)
        {
            xml.Append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
            Part(xml, context, "part=1");
            for (var next = page.Next; next is { } at; next = (await context.Archive.ListAsync(new ListRequest(ListKey.All, Most) { After = at, WithCopies = true }, cancel))!.Next)
            {
                Part(xml, context, $"part=1&amp;after={at}");
            }

            return Answer.Text(xml.Append("</sitemapindex>").ToString(), "application/xml");
        }

        xml.Append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        foreach (var cutting in page.Cuttings)
        {
            xml.Append("<url><loc>").Append(Page.Encode(context.Absolute("/cutting/" + cutting.Slug))).Append("</loc><lastmod>").Append(cutting.Changed.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")).Append("</lastmod></url>");
        }

        return Answer.Text(xml.Append("</urlset>").ToString(), "application/xml");
    }

    private static void Part(StringBuilder xml, Context context, string query) => xml.Append("<sitemap><loc>").Append(Page.Encode(context.Base)).Append("/sitemap.xml?").Append(query).Append("</loc></sitemap>");

    // OpenSearch 1.1 allows 16 characters.
    private static string Short(string title) => title.Length <= 16 ? title : title[..16];
}
