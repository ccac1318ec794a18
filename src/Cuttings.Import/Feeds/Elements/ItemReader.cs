using Cuttings.Articles;
using Cuttings.Excerpts;
using Cuttings.Import.Feeds.Markup;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>Reads an entry of RSS, RDF or Atom. Each field from the first of its elements that says something, whatever form the feed has: feeds mix them.</summary>
internal static class ItemReader
{
    /// <summary>The entry; null where it says nothing at all.</summary>
    public static FeedItem? Read(Element item)
    {
        var source = item.First("source") ?? item.First("atom:source") ?? item.First("dc:source");
        var guid = item.First("guid");
        var content = Content(item);
        var summary = Fields.Excerpt(item, "atom:summary", "description", "summary", "itunes:summary", "dc:description", "dcterms:abstract", "abstract", "excerpt:encoded", "itunes:subtitle", "media:description")
            ?? Media.Groups(item).Select(group => Fields.Excerpt(group, "media:description")).FirstOrDefault(found => found is not null);
        var read = new FeedItem
        {
            Id = Id(item, guid),
            Title = Fields.Line(item, "title", "atom:title", "dc:title", "dcterms:title", "itunes:title", "media:title") ?? Media.Groups(item).Select(group => Fields.Line(group, "media:title")).FirstOrDefault(found => found is not null),
            Address = Address(item, guid),
            External = Links.First(item, "related") ?? Links.First(item, "via") ?? item.All("thr:in-reply-to").Select(reply => Addresses.Resolve(reply["href"], reply.Base)).FirstOrDefault(found => found is not null),
            Content = content,
            Summary = summary,
            Published = Fields.Date(item, "atom:published", "atom:issued", "pubdate", "dcterms:issued", "dcterms:available", "dcterms:created", "atom:created", "dc:date", "dcterms:date", "published", "date", "prism:publicationdate"),
            Updated = Fields.Date(item, "atom:updated", "atom:modified", "dcterms:modified", "updated", "modified", "lastbuilddate", "dc:date") ?? Dates.FeedDate.Read(item["lastmod"]),
            Writers = [.. Writers(item, source)],
            Contributors = [.. People.Names(item.Children.Where(child => child.Key is "atom:contributor" or "dc:contributor" or "contributor"))],
            Categories = [.. Categories.Of(item)],
            Language = Fields.Language(Fields.Raw(item, "dc:language", "language")) ?? Language(item),
            Rights = Fields.Line(item, "atom:rights", "atom:copyright", "dc:rights", "dcterms:rights", "copyright", "rights", "media:copyright") ?? Links.Licence(item),
            Enclosures = [.. Media.Enclosures(item)],
            Comments = Comments(item),
            SourceTitle = source is null ? null : source.HasChildren ? Fields.Line(source, "atom:title", "title") : Readable.Line(Wording.Of(source)) is { } name && Addresses.Resolve(name, null) is null ? name : null,
            SourceAddress = source is null ? null : Addresses.Resolve(source["url"], source.Base) ?? Links.First(source, "self") ?? Links.Page(source) ?? Addresses.Resolve(source.OwnText(), null),
            Image = Media.Picture(item) ?? Pictured(item),
        };
        return Says(read) ? read : null;
    }

    private static bool Says(FeedItem read) => read.Id is not null || read.Title is not null || read.Address is not null || read.Content is not null || read.Summary is not null || !read.Enclosures.IsEmpty
        || read.Published is not null || read.Updated is not null || !read.Writers.IsEmpty || !read.Categories.IsEmpty || !read.Contributors.IsEmpty
        || read.External is not null || read.Comments is not null || read.SourceTitle is not null || read.Rights is not null || read.Image is not null;

    // Of several contents the one that is HTML.
    private static Excerpt? Content(Element item)
    {
        var contents = item.Children.Where(child => child.Key is "content:encoded" or "atom:content" or "xhtml:body" or "xhtml:div" or "body" or "fullitem" or "content" or "encoded" && child["src"] is null)
            // Atom 0.3 may hold several forms of one text in a content.
            .SelectMany(child => child.Key == "atom:content" && child.All("atom:content") is { Count: > 0 } forms ? forms : [child])
            .Select(Wording.Of).Where(wording => !string.IsNullOrWhiteSpace(wording.Text)).Take(20).ToList();
        return contents.OrderByDescending(wording => wording.IsHtml).Select(Readable.Excerpt).FirstOrDefault(found => found is not null)
            ?? item.All("content:items").SelectMany(items => items.Children).SelectMany(bag => bag.Children).SelectMany(li => li.Children)
                .Select(content => Fields.Excerpt(content, "rdf:value")).FirstOrDefault(found => found is not null);
    }

    private static string? Id(Element item, Element? guid)
    {
        var written = guid?.Text() is { Length: > 0 } text ? text : Fields.Raw(item, "atom:id", "id", "dc:identifier", "dcterms:identifier") ?? item["rdf:about"];
        return written is { Length: > 0 and <= 4000 } ? written.Trim() : null;
    }

    private static string? Address(Element item, Element? guid)
    {
        foreach (var original in item.Children.Where(child => child.Key is "feedburner:origlink" or "pheedo:origlink"))
        {
            if (Addresses.Resolve(original.Text(), original.Base) is { } address)
            {
                return address;
            }
        }

        return Links.Page(item)
            ?? (guid is not null && !(guid["ispermalink"] ?? "true").Trim().Equals("false", StringComparison.OrdinalIgnoreCase) ? Addresses.Resolve(guid.Text(), guid["ispermalink"] is null ? null : guid.Base) : null)
            ?? Addresses.Resolve(item["rdf:about"], null)
            ?? Addresses.Resolve(item["href"] ?? item.First("a")?["href"], item.Base)
            ?? item.All("media:player").Select(player => Addresses.Resolve(player["url"], player.Base)).FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<string> Writers(Element item, Element? source)
    {
        foreach (var key in new[] { "atom:author", "author", "dc:creator", "dc:author", "dcterms:creator", "itunes:author", "managingeditor", "itunes:owner" })
        {
            var names = People.Names(item.All(key)).ToList();
            if (names.Count > 0)
            {
                return names;
            }
        }

        var credits = item.Children.Concat(Media.Groups(item).SelectMany(group => group.Children)).Where(child => child.Key == "media:credit" && (child["role"] ?? "").Trim().ToLowerInvariant() is "author" or "writer" or "reporter");
        var credited = People.Names(credits).ToList();
        return credited.Count > 0 || source is null ? credited : People.Names(source.All("atom:author"));
    }

    // That of its text, where it says one; an empty one says nothing.
    private static string? Language(Element item)
    {
        ReadOnlySpan<string> keys = ["content:encoded", "atom:content", "description", "atom:summary", "title", "atom:title"];
        foreach (var key in keys)
        {
            if (item.First(key) is { Language.Length: > 0 } text && text.Language != item.Language && Fields.Language(text.Language) is { } language)
            {
                return language;
            }
        }

        return Fields.Language(item.Language);
    }

    private static string? Comments(Element item) =>
        item.All("comments").Select(element => Addresses.Resolve(element.Text(), element.Base)).FirstOrDefault(found => found is not null)
        ?? Links.All(item, "replies").Where(link => Links.Type(link.Element) is "" or "text/html" or "application/xhtml+xml").Select(link => link.Href).FirstOrDefault();

    private static ArticleImage? Pictured(Element item)
    {
        if (item.First("image") is { } image && Addresses.Resolve(image.First("url")?.Text() ?? image["href"] ?? image["url"] ?? image.OwnText(), image.Base) is { } address)
        {
            return new(address, Fields.Line(image, "title"));
        }

        foreach (var key in new[] { "content:encoded", "atom:content", "description", "atom:summary", "xhtml:body", "xhtml:div", "media:description" })
        {
            foreach (var wording in item.All(key).Take(5).Select(Wording.Of).Where(wording => wording.IsHtml))
            {
                if (HtmlAddresses.Picture(wording.Text, wording.Base) is { } found)
                {
                    return new(found.Address, found.Alternative);
                }
            }
        }

        return null;
    }
}
