using System.Text;
using Cuttings.Searching;
using Cuttings.Web.Citations;

namespace Cuttings.Web.Site;

/// <summary>The search, and what it found.</summary>
internal static class SearchPage
{
    private static readonly (string Facet, string Field, string Name)[] Facets = [("category", "category", "Category"), ("outlet", "outlet", "Outlet"), ("author", "author", "Author"), ("year", "year", "Year"), ("language", "lang", "Language")];

    public static async ValueTask<Answer> AnswerAsync(Context context, CancellationToken cancel)
    {
        var query = context.Query["q"].ToString().Trim();
        if (query.Length == 0)
        {
            return Page.Of(context, "Search", "", "<h1>Search</h1><p>Words find cuttings that hold all of them. <code>\"two words\"</code> finds a phrase, <code>OR</code> and <code>NOT</code> do what they say, <code>sanct*</code> finds beginnings. <code>outlet:</code> <code>category:</code> <code>author:</code> <code>before:2020-09</code> <code>after:2019</code> <code>lang:ko</code> narrow it down.</p>");
        }

        var (sort, skip) = (Sort(context), Skip(context));
        var found = await context.Search.SearchAsync(new SearchRequest(query) { Sort = sort, Skip = skip }, cancel);
        var display = await Entry.DisplayAsync(context, cancel);
        var asFeed = "/search/feed?q=" + Uri.EscapeDataString(query);
        var head = $"<meta name=\"robots\" content=\"noindex\"><link rel=\"alternate\" type=\"application/rss+xml\" title=\"{Page.Encode(query)} (RSS)\" href=\"{asFeed}\">";
        var html = new StringBuilder();
        html.Append("<h1>Search</h1><p class=\"understood\" data-total=\"").Append(found.Total).Append("\">").Append(found.Total.ToString("N0")).Append(found.Total == 1 ? " cutting: " : " cuttings: ").Append(Page.Encode(found.Understood)).Append(found.Partial ? " <strong>(partial results)</strong>" : "").Append("</p>");
        foreach (var note in found.Notes)
        {
            html.Append("<p class=\"note\">").Append(Page.Encode(note)).Append("</p>");
        }

        if (found.Total == 0)
        {
            html.Append("<p class=\"empty\">Nothing was found. ").Append(found.Suggestion is { } better ? $"Did you mean <a href=\"{Address(better, sort, 0)}\">{Page.Encode(better)}</a>?" : found.Notes.Count > 0 ? "" : "Try fewer words.").Append("</p>");
            return Page.Of(context, $"{query} · Search", head, html.ToString());
        }

        html.Append("<div class=\"found\"><div><nav class=\"sorts\" aria-label=\"Order\">").AppendJoin(" ", Enum.GetValues<SearchSort>().Select(order => order == sort ? $"<strong aria-current=\"true\">{order}</strong>" : $"<a href=\"{Address(query, order, 0)}\">{order}</a>")).Append(" <a class=\"narrow\" href=\"#narrow\">Narrow down</a> <a href=\"").Append(asFeed).Append("\">Feed of this search</a> <span>").Append(Page.CitationLinks("/search", $"?q={Uri.EscapeDataString(query)}{Page.Encode(Named(sort))}")).Append(found.Total > CitationWriter.MostFound ? $" (the first {CitationWriter.MostFound})" : "").Append("</span></nav><ol class=\"hits\" start=\"").Append(skip + 1).Append("\">");
        foreach (var hit in found.Hits)
        {
            html.Append("<li><h2").Append(Languages.Attributes(hit.Cutting.Language)).Append('>').Append("<a href=\"").Append(Page.Encode(Context.Encoded("/cutting/" + hit.Cutting.Slug))).Append("\">").Append(hit.Headline).Append("</a></h2><p class=\"snippet\"").Append(Languages.Attributes(hit.Cutting.Language)).Append('>').Append(hit.Cutting.Outlet is { } from && display.ContainsKey(from.Id) ? "" : hit.Snippet).Append("</p><p class=\"by\">").Append(Entry.Date(hit.Cutting.Posted, context.Zone)).Append(hit.Cutting.Outlet is { } outlet ? " · " + Page.Encode(outlet.Name) : "").Append("</p></li>");
        }

        html.Append("</ol><nav class=\"pages\" aria-label=\"Pages\">").Append(skip > 0 ? $"<a rel=\"prev\" href=\"{Address(query, sort, Math.Max(0, skip - 10))}\">← Before</a> " : "").Append(skip + found.Hits.Count < found.Total && skip < 1000 ? $"<a rel=\"next\" href=\"{Address(query, sort, skip + 10)}\">More →</a>" : "").Append("</nav></div><section class=\"facets\" id=\"narrow\" aria-label=\"Narrow down\">");
        foreach (var (facet, field, name) in Facets)
        {
            if (!found.Facets.TryGetValue(facet, out var values) || values.Count == 0)
            {
                continue;
            }

            var most = values.Max(value => value.Count);
            html.Append("<h2>").Append(name).Append("</h2><ul").Append(facet == "year" ? " class=\"years\"" : "").Append('>');
            foreach (var value in facet == "year" ? values : values.Take(12))
            {
                html.Append("<li><a href=\"").Append(Address($"{query} {field}:{value.Value}", sort, 0)).Append("\">").Append(Page.Encode(facet == "language" ? Languages.Name(value.Value) : value.Label)).Append("</a> ")
                    .Append(facet == "year" ? $"<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{Math.Max(1, value.Count * 1000L / most)}\" height=\"10\"/></svg> " : "").Append("<span class=\"count\">").Append(value.Count.ToString("N0")).Append("</span></li>");
            }

            html.Append("</ul>");
        }

        return Page.Of(context, $"{query} · Search", head, html.Append("</section></div>").ToString());
    }

    /// <summary>The order asked for.</summary>
    public static SearchSort Sort(Context context) => Enum.TryParse<SearchSort>(context.Query["sort"], ignoreCase: true, out var asked) ? asked : SearchSort.Relevance;

    /// <summary>How many hits are left out.</summary>
    public static int Skip(Context context) => int.TryParse(context.Query["skip"], out var left) ? Math.Clamp(left, 0, 1000) : 0;

    /// <summary>The order as an address goes on with it; nothing for the usual one.</summary>
    public static string Named(SearchSort sort) => sort == SearchSort.Relevance ? "" : "&sort=" + sort.ToString().ToLowerInvariant();

    private static string Address(string query, SearchSort sort, int skip) =>
        Page.Encode($"/search?q={Uri.EscapeDataString(query)}{Named(sort)}{(skip == 0 ? "" : "&skip=" + skip)}");
}
