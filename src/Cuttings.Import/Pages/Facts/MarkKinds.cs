using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Tells which facts an element may name, by its name, its class, microdata, RDFa and microformats.</summary>
internal static class MarkKinds
{
    public static MarkKind Of(IElement element, string words)
    {
        var kind = element.LocalName switch
        {
            "h1" or "h2" or "h3" => MarkKind.Heading,
            "time" => MarkKind.Date,
            "abbr" when element.HasAttribute("title") && words.Length > 0 => MarkKind.Date,
            "img" => words.Contains("logo", StringComparison.Ordinal) ? MarkKind.Logo : MarkKind.Picture,
            _ => MarkKind.None,
        };
        kind |= Properties(element.GetAttribute("itemprop")) | Properties(element.GetAttribute("property"));
        if (element.LocalName is "a" or "link" or "span" && element.GetAttribute("rel") is { Length: > 0 and < 100 } rel)
        {
            kind |= Relations(rel);
        }

        return words.Length == 0 ? kind : kind | Classes(element, words);
    }

    /// <summary>Whether a blog program puts such an element around a post.</summary>
    public static bool IsPost(IElement element, string words) => element.LocalName switch
    {
        "article" => true,
        "div" or "section" or "li" or "td" or "dl" => ElementWords.HasAny(words, "hentry", "blogbody", "blogpost")
            || words.Length < 200 && element.ClassList.Any(name => name is "post" or "entry" or "h-entry" or "post-outer" or "blog-post" or "node" or "node-teaser" or "blog-entry" or "entry-asset" or "post-item" or "item-post" or "post-listing" or "blogentry" or "article" or "story" or "post_item" or "archive-post")
            || element.Id is { Length: > 5 and < 24 } id && (id.StartsWith("post-", StringComparison.Ordinal) || id.StartsWith("entry-", StringComparison.Ordinal)) && id[^1] is >= '0' and <= '9'
            || element.GetAttribute("itemtype") is { Length: < 100 } type && (type.EndsWith("/BlogPosting", StringComparison.Ordinal) || type.EndsWith("/NewsArticle", StringComparison.Ordinal)),
        _ => false,
    };

    private static MarkKind Properties(string? names)
    {
        if (names is not { Length: > 0 and < 200 })
        {
            return MarkKind.None;
        }

        var kind = MarkKind.None;
        foreach (var range in names.AsSpan().Split(' '))
        {
            var name = names.AsSpan(range);
            var colon = name.LastIndexOf(':');
            kind |= name[(colon + 1)..] switch
            {
                "headline" => MarkKind.Title,
                "author" or "creator" => MarkKind.Writer,
                "datePublished" or "dateCreated" or "dateModified" or "date" or "created" or "issued" => MarkKind.Date,
                "alternativeHeadline" => MarkKind.Standfirst,
                "articleSection" => MarkKind.Section,
                "keywords" => MarkKind.Tag,
                _ => MarkKind.None,
            };
        }

        return kind;
    }

    private static MarkKind Relations(string rel)
    {
        var kind = MarkKind.None;
        foreach (var range in rel.AsSpan().Split(' '))
        {
            kind |= rel.AsSpan(range) switch
            {
                "author" => MarkKind.Writer,
                "tag" => MarkKind.Tag,
                "next" => MarkKind.NextPage,
                _ => MarkKind.None,
            };
        }

        return kind;
    }

    private static MarkKind Classes(IElement element, string words)
    {
        var kind = MarkKind.None;
        if (ElementWords.HasAny(words, "headline", "title") && ElementWords.HasAny(words, "headline", "entry", "post", "article", "story", "news", "blog", "main")
            || ElementWords.Has(words, "p") && ElementWords.Has(words, "name"))
        {
            kind |= ElementWords.HasAny(words, "sub", "secondary") ? MarkKind.None : MarkKind.Title;
        }

        if (ElementWords.HasAny(words, "byline", "bylines", "author", "authors", "writer", "reporter", "journalist", "vcard", "contributor", "contributors", "auteur", "autor", "autore", "autheur", "signature", "bylinename", "authorname", "credits", "redaktion")
            || ElementWords.Has(words, "by") && ElementWords.HasAny(words, "line", "entry", "post", "article"))
        {
            kind |= MarkKind.Writer;
        }

        if (ElementWords.HasAny(words, "date", "dates", "time", "published", "publish", "pubdate", "timestamp", "datetime", "updated", "modified", "posted", "dateline", "postdate", "pubtime", "created", "publishdate", "publication", "datum", "fecha", "data", "when", "ago"))
        {
            kind |= MarkKind.Date;
        }

        if (ElementWords.HasAny(words, "standfirst", "subtitle", "subhead", "subheadline", "subheading", "dek", "deck", "strapline", "chapo", "bajada", "summary", "intro", "excerpt", "tagline", "description", "subtitulo", "sottotitolo", "catenaccio")
            || ElementWords.Has(words, "sub") && ElementWords.HasAny(words, "title", "head", "headline", "heading"))
        {
            kind |= MarkKind.Standfirst;
        }

        if (ElementWords.Has(words, "logo") || ElementWords.Has(words, "site") && ElementWords.HasAny(words, "title", "name"))
        {
            kind |= MarkKind.Logo;
        }

        if (ElementWords.HasAny(words, "category", "categories", "kicker", "section", "eyebrow", "cat") && element.LocalName is "a" or "span" or "div" or "p" or "li")
        {
            kind |= MarkKind.Section;
        }

        if (ElementWords.HasAny(words, "tags", "tag", "keywords") && element.LocalName is not "body")
        {
            kind |= MarkKind.Tag;
        }

        return kind;
    }
}
