using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Cuttings.Listing;
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
        var request = new ListRequest(list, context.Settings.PageLength);
        request = ListPosition.TryParse(context.Query["after"], out var after) ? request with { After = after } : request;
        if (await context.Archive.ListAsync(request, cancel) is not { } page)
        {
            return null;
        }

        var title = await ListPages.TitleAsync(context, list, cancel);
        title = title.Length == 0 ? context.Settings.Title : $"{context.Settings.Title}: {title}";
        var display = await Entry.DisplayAsync(context, cancel);
        var items = page.Cuttings.Select(cutting => (Cutting: cutting, Html: Entry.Shown(cutting, display) + (cutting.Credit is null ? "" : $"<p>{Page.Encode(cutting.Credit)}</p>"))).ToList();
        var own = context.Absolute(context.Path);
        var next = page.Next is { } at ? $"{own}?after={at}" : null;
        var self = request.After is null ? own : $"{own}?after={request.After}";
        return form switch
        {
            "rss" => Xml(writer => Rss(writer, context, list, title, items, self, own, next), "application/rss+xml; charset=utf-8"),
            "atom" => Xml(writer => Atom(writer, context, list, title, items, self, own, next), "application/atom+xml; charset=utf-8"),
            _ => Answer.Text(Json(context, list, title, items, self, next), "application/feed+json; charset=utf-8"),
        };
    }

    private static void Rss(XmlWriter xml, Context context, ListKey list, string title, List<(ListedCutting Cutting, string Html)> items, string self, string first, string? next)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomName);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Legal(title));
        xml.WriteElementString("link", context.Absolute(list.Path));
        xml.WriteElementString("description", Legal(context.Settings.Description.Length == 0 ? title : context.Settings.Description));
        xml.WriteElementString("language", context.Settings.Language);
        foreach (var (rel, href) in new[] { ("self", self), ("first", first), ("next", next) })
        {
            AtomLink(xml, rel, href, "application/rss+xml");
        }

        foreach (var (cutting, html) in items)
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

    private static void Atom(XmlWriter xml, Context context, ListKey list, string title, List<(ListedCutting Cutting, string Html)> items, string self, string first, string? next)
    {
        xml.WriteStartElement("feed", AtomName);
        xml.WriteElementString("id", AtomName, first);
        xml.WriteElementString("title", AtomName, Legal(title));
        xml.WriteElementString("updated", AtomName, Instant(items.Count == 0 ? DateTimeOffset.UnixEpoch : items.Max(item => item.Cutting.Changed)));
        xml.WriteStartElement("author", AtomName);
        xml.WriteElementString("name", AtomName, Legal(context.Settings.Title));
        xml.WriteEndElement();
        foreach (var (rel, href) in new[] { ("alternate", context.Absolute(list.Path)), ("self", self), ("first", first), ("next", next) })
        {
            AtomLink(xml, rel, href, rel == "alternate" ? "text/html" : "application/atom+xml");
        }

        foreach (var (cutting, html) in items)
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

    private static string Json(Context context, ListKey list, string title, List<(ListedCutting Cutting, string Html)> items, string self, string? next)
    {
        var feed = new JsonObject { ["version"] = "https://jsonfeed.org/version/1.1", ["title"] = title, ["home_page_url"] = context.Absolute(list.Path), ["feed_url"] = self, ["language"] = context.Settings.Language };
        if (next is not null)
        {
            feed["next_url"] = next;
        }

        var array = new JsonArray();
        foreach (var (cutting, html) in items)
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

        feed["items"] = array;
        return feed.ToJsonString(Readable);
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
        cutting.Posted is { } posted && posted.Latest - posted.Earliest <= TimeSpan.FromDays(1) ? posted.Earliest : null;

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
