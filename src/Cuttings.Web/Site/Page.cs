using System.Collections.Frozen;
using System.Text;
using Cuttings.Excerpts;
using Cuttings.Listing;

namespace Cuttings.Web.Site;

/// <summary>The frame of every page.</summary>
internal static class Page
{
    // The navigation as each of its own pages shows it.
    private static readonly FrozenDictionary<string, string> Rooms = new[] { "", "/", "/categories", "/outlets", "/authors", "/tags", "/about" }.ToFrozenDictionary(here => here, Navigation, StringComparer.Ordinal);

    public static string Encode(string? text) => InlineHtml.Encode(text ?? "");

    public static string Link(string path, string text, string extra = "") => $"<a href=\"{Encode(Context.Encoded(path))}\"{extra}>{Encode(text)}</a>";

    /// <summary>Frames a body; <paramref name="head"/> and <paramref name="body"/> are HTML.</summary>
    public static Answer Of(Context context, string title, string head, string body, string? canonical = null, int status = 200)
    {
        var settings = context.Settings;
        var whole = title.Length == 0 ? settings.Title : $"{title} · {settings.Title}";
        var html = new StringBuilder(body.Length + 4096);
        html.Append("<!doctype html>\n<html lang=\"").Append(Encode(settings.Language)).Append("\"><head><meta charset=\"utf-8\"><title>").Append(Encode(whole)).Append("</title>").Append(Look.Head)
            .Append("<link rel=\"search\" type=\"application/opensearchdescription+xml\" href=\"/opensearch.xml\" title=\"").Append(Encode(settings.Title)).Append("\">")
            .Append(canonical is null ? "" : $"<link rel=\"canonical\" href=\"{Encode(context.Absolute(canonical))}\"><meta property=\"og:url\" content=\"{Encode(context.Absolute(canonical))}\">")
            .Append("<meta property=\"og:site_name\" content=\"").Append(Encode(settings.Title)).Append("\"><meta property=\"og:title\" content=\"").Append(Encode(title.Length == 0 ? settings.Title : title)).Append("\">")
            .Append(head).Append("</head><body><a class=\"skip\" href=\"#main\">Skip to the content</a><header class=\"site\"><p class=\"title\"><a href=\"/\">").Append(Encode(settings.Title)).Append("</a></p>")
            .Append(settings.Description.Length == 0 ? "" : $"<p class=\"description\">{Encode(settings.Description)}</p>")
            .Append("<form action=\"/search\" role=\"search\"><label class=\"unseen\" for=\"q\">Search the archive</label><input id=\"q\" type=\"search\" name=\"q\" maxlength=\"500\" value=\"").Append(Encode(context.Query["q"])).Append("\"><button>Search</button></form>")
            .Append("<nav aria-label=\"Archive\">").Append(Rooms.GetValueOrDefault(context.Path, Rooms[""])).Append("</nav></header><main id=\"main\">")
            .Append(body)
            .Append("</main><footer class=\"site\"><nav aria-label=\"About this archive\"><a href=\"/about\">About</a> <a href=\"/privacy\">Privacy</a> <a href=\"/takedown\">Takedown</a> <a href=\"/checked\">What was checked</a> <a href=\"/feed\">Feed</a></nav></footer></body></html>\n");
        return Answer.Html(html.ToString(), status);
    }

    private static string Navigation(string here) => string.Join(' ', new[] { ("/", "Newest"), ("/categories", "Categories"), ("/outlets", "Outlets"), ("/authors", "Authors"), ("/tags", "Tags"), ("/#months", "By month"), ("/about", "About") }
        .Select(room => $"<a href=\"{room.Item1}\"{(room.Item1 == here ? " aria-current=\"page\"" : "")}>{room.Item2}</a>"));

    /// <summary>The citations of a list or a search; <paramref name="path"/> and <paramref name="query"/> are encoded.</summary>
    public static string CitationLinks(string path, string query = "") =>
        "Citations: " + string.Join(", ", new[] { ("ris", "RIS"), ("bib", "BibTeX"), ("csl.json", "CSL-JSON") }.Select(form => $"<a href=\"{path}/citations.{form.Item1}{query}\">{form.Item2}</a>"));

    /// <summary>The feeds of a list, for the head.</summary>
    public static string FeedLinks(ListKey list, string title)
    {
        var path = Context.Encoded(list.Path == "/" ? "" : list.Path);
        return $"<link rel=\"alternate\" type=\"application/rss+xml\" title=\"{Encode(title)} (RSS)\" href=\"{path}/feed\"><link rel=\"alternate\" type=\"application/atom+xml\" title=\"{Encode(title)} (Atom)\" href=\"{path}/feed/atom\"><link rel=\"alternate\" type=\"application/feed+json\" title=\"{Encode(title)} (JSON Feed)\" href=\"{path}/feed.json\">";
    }
}
