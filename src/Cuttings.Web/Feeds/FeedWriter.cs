using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Cuttings.Dating;
using Cuttings.Listing;
using Cuttings.Searching;
using Cuttings.Vocabulary;
using Cuttings.Web.Site;

namespace Cuttings.Web.Feeds;

/// <summary>RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 of any list, paged as in RFC 5005. A lost date is never made up.</summary>
internal static class FeedWriter
{
    private const string AtomName = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async ValueTask<Answer?> AnswerAsync(Context context, ListKey list, string form, CancellationToken cancel)
    {
        if (!context.TryPlace("after", out var after))
        {
            return null;
        }

        var request = new ListRequest(list, context.Settings.PageLength) { After = after };
        if (await context.Archive.ListAsync(request, cancel) is not { } page)
        {
            return null;
        }

        var title = await ListPages.TitleAsync(context, list, cancel);
        title = title.Length == 0 ? context.Settings.Title : $"{context.Settings.Title}: {title}";
        var own = context.Absolute(context.Path);
        var self = request.After is null ? own : $"{own}?after={request.After}";
        return Write(context, new(title, context.Absolute(list.Path), await ItemsAsync(context, page.Cuttings, cancel), self, own, page.Next is { } at ? $"{own}?after={at}" : null), form);
    }

    /// <summary>What a search finds, newest first; `skip` goes on.</summary>
    public static async ValueTask<Answer> SearchAsync(Context context, string form, CancellationToken cancel)
    {
        var query = context.Query["q"].ToString().Trim();
        var length = context.Settings.PageLength;
        var skip = int.TryParse(context.Query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var left) ? Math.Min(left, 1000) : 0;
        var found = query.Length == 0 ? null : await context.Search.SearchAsync(new SearchRequest(query) { Sort = SearchSort.Newest, Skip = skip, Limit = length }, cancel);
        var asked = "?q=" + Uri.EscapeDataString(query);
        var own = context.Absolute(context.Path) + asked;
        var next = found is not null && skip + found.Hits.Count < found.Total && skip + length <= 1000 ? $"{own}&skip={skip + length}" : null;
        var items = await ItemsAsync(context, found?.Hits.Select(hit => hit.Cutting) ?? [], cancel);
        return Write(context, new($"{context.Settings.Title}: {query}", context.Absolute("/search") + asked, items, skip == 0 ? own : $"{own}&skip={skip}", own, next), form);
    }

    private static async ValueTask<List<(ListedCutting Cutting, string Html)>> ItemsAsync(Context context, IEnumerable<ListedCutting> cuttings, CancellationToken cancel)
    {
        var display = await Entry.DisplayAsync(context, cancel);
        return [.. cuttings.Select(cutting => (Cutting: cutting, Html: Entry.Shown(cutting, display) + (cutting.Credit is null ? "" : $"<p>{Page.Encode(cutting.Credit)}</p>")))];
    }

    private static Answer Write(Context context, Feed feed, string form) => form switch
    {
        "rss" => Xml(writer => Rss(writer, context, feed), "application/rss+xml; charset=utf-8"),
        "atom" => Xml(writer => Atom(writer, context, feed), "application/atom+xml; charset=utf-8"),
        _ => Answer.Text(Json(context, feed), "application/feed+json; charset=utf-8"),
    };

    private static void Rss(XmlWriter xml, Context context, Feed feed)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomName);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Legal(feed.Title));
        xml.WriteElementString("link", feed.Home);
        xml.WriteElementString("description", Legal(context.Settings.Description.Length == 0 ? feed.Title : context.Settings.Description));
        xml.WriteElementString("language", context.Settings.Language);
        foreach (var (rel, href) in new[] { ("self", feed.Self), ("first", feed.First), ("next", feed.Next) })
        {
            AtomLink(xml, rel, href, "application/rss+xml");
        }

        foreach (var (cutting, html) in feed.Items)
        {
            var address = context.Absolute("/cutting/" + cutting.Slug);
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Legal(cutting.Headline));
            xml.WriteElementString("link", address);
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(Legal($"{context.Base}/{cutting.Id}"));
            xml.WriteEndElement();
            if (Day(cutting) is { } day)
            {
                xml.WriteElementString("pubDate", day.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
            }

            if (cutting.Author is { } author)
            {
                xml.WriteElementString("dc", "creator", Dublin, Legal(author.Name));
            }

            foreach (var term in cutting.Categories.Concat(cutting.Tags))
            {
                xml.WriteElementString("category", Legal(term.Name));
            }

            // RSS wants the address of a feed here; the article's own is the nearest thing there is.
            if (cutting is { SourceUrl: { } url, Outlet: { } outlet })
            {
                xml.WriteStartElement("source");
                xml.WriteAttributeString("url", Legal(url));
                xml.WriteString(Legal(outlet.Name));
                xml.WriteEndElement();
            }

            xml.WriteElementString("content", "encoded", Content, Legal(html));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Atom(XmlWriter xml, Context context, Feed feed)
    {
        xml.WriteStartElement("feed", AtomName);
        xml.WriteElementString("id", AtomName, feed.First);
        xml.WriteElementString("title", AtomName, Legal(feed.Title));
        xml.WriteElementString("updated", AtomName, Instant(feed.Items.Count == 0 ? DateTimeOffset.UnixEpoch : feed.Items.Max(item => item.Cutting.Changed)));
        xml.WriteStartElement("author", AtomName);
        xml.WriteElementString("name", AtomName, Legal(context.Settings.Title));
        xml.WriteEndElement();
        foreach (var (rel, href) in new[] { ("alternate", feed.Home), ("self", feed.Self), ("first", feed.First), ("next", feed.Next) })
        {
            AtomLink(xml, rel, href, rel == "alternate" ? "text/html" : "application/atom+xml");
        }

        foreach (var (cutting, html) in feed.Items)
        {
            xml.WriteStartElement("entry", AtomName);
            xml.WriteElementString("id", AtomName, $"{context.Base}/{Uri.EscapeDataString(cutting.Id)}");
            xml.WriteElementString("title", AtomName, Legal(cutting.Headline));
            xml.WriteElementString("updated", AtomName, Instant(cutting.Changed));
            if (Day(cutting) is { } day)
            {
                xml.WriteElementString("published", AtomName, Instant(day));
            }

            if (cutting.Author is { } author)
            {
                xml.WriteStartElement("author", AtomName);
                xml.WriteElementString("name", AtomName, Legal(author.Name));
                xml.WriteEndElement();
            }

            AtomLink(xml, "alternate", context.Absolute("/cutting/" + cutting.Slug), "text/html");
            foreach (var term in cutting.Categories)
            {
                xml.WriteStartElement("category", AtomName);
                xml.WriteAttributeString("term", Legal(term.Name));
                xml.WriteEndElement();
            }

            xml.WriteStartElement("content", AtomName);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(Legal(html));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Json(Context context, Feed feed)
    {
        var json = new JsonObject { ["version"] = "https://jsonfeed.org/version/1.1", ["title"] = feed.Title, ["home_page_url"] = feed.Home, ["feed_url"] = feed.Self, ["language"] = context.Settings.Language };
        if (feed.Next is { } next)
        {
            json["next_url"] = next;
        }

        var array = new JsonArray();
        foreach (var (cutting, html) in feed.Items)
        {
            var item = new JsonObject { ["id"] = cutting.Id, ["url"] = context.Absolute("/cutting/" + cutting.Slug), ["title"] = cutting.Headline, ["content_html"] = html, ["date_modified"] = Instant(cutting.Changed) };
            if (Day(cutting) is { } day)
            {
                item["date_published"] = Instant(day);
            }

            if (cutting.Author is { } author)
            {
                item["authors"] = new JsonArray(new JsonObject { ["name"] = author.Name });
            }

            if (cutting.SourceUrl is { } url)
            {
                item["external_url"] = url;
            }

            item["tags"] = new JsonArray([.. cutting.Categories.Concat(cutting.Tags).Select(term => (JsonNode)term.Name)]);
            array.Add(item);
        }

        json["items"] = array;
        return json.ToJsonString(Readable);
    }

    private static Answer Xml(Action<XmlWriter> write, string type)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            write(writer);
        }

        return new(200, type, bytes.ToArray());
    }

    private static void AtomLink(XmlWriter xml, string rel, string? href, string type)
    {
        if (href is null)
        {
            return;
        }

        xml.WriteStartElement("link", AtomName);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    // Only a date that is known to the day is one.
    private static DateTimeOffset? Day(ListedCutting cutting) =>
        cutting.Posted is { } posted && CertainDate.Of(posted).Count == 3 ? posted.Earliest : null;

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Drops what XML 1.0 forbids, and nothing else.</summary>
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (var n = 0; n < text.Length; n++)
        {
            if (char.IsHighSurrogate(text[n]) && n + 1 < text.Length && char.IsLowSurrogate(text[n + 1]))
            {
                legal.Append(text[n]).Append(text[++n]);
            }
            else if (XmlConvert.IsXmlChar(text[n]))
            {
                legal.Append(text[n]);
            }
        }

        return legal.ToString();
    }
}
