using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Tells which facts an element may name, by its name, its class, microdata, RDFa and microformats.</summary>
internal static class MarkKinds
{
    public static MarkKind Of(string name, in ElementNames names, ElementWords words)
    {
        var kind = name switch
        {
            "h1" or "h2" or "h3" => MarkKind.Heading,
            "time" => MarkKind.Date,
            "abbr" when names.HasTitle && (words.Text.Length > 0 || names.IsTitleInstant) => MarkKind.Date,
            "img" => words.Text.Contains("logo", StringComparison.Ordinal) ? MarkKind.Logo : MarkKind.Picture,
            _ => MarkKind.None,
        };
        kind |= Properties(names.Itemprop) | Properties(names.Property);
        if (name is "a" or "link" or "span" && names.Rel is { Length: > 0 and < 100 } rel)
        {
            kind |= Relations(rel);
        }

        return words.Signs == WordSign.None ? kind : kind | Classes(name, words);
    }

    /// <summary>Whether a blog program puts such an element around a post.</summary>
    public static bool IsPost(IElement element, string name, in ElementNames names, ElementWords words) => name switch
    {
        "article" => true,
        "div" or "section" or "li" or "td" or "dl" => words.Say(WordSign.Post)
            || words.Text.Length < 200 && !string.IsNullOrEmpty(names.Class) && MayBePost(names.Class) && element.ClassList.Any(name => name is "post" or "entry" or "h-entry" or "post-outer" or "blog-post" or "node" or "node-teaser" or "blog-entry" or "entry-asset" or "post-item" or "item-post" or "post-listing" or "blogentry" or "article" or "story" or "post_item" or "archive-post")
            || names.Id is { Length: > 5 and < 24 } id && (id.StartsWith("post-", StringComparison.Ordinal) || id.StartsWith("entry-", StringComparison.Ordinal)) && id[^1] is >= '0' and <= '9'
            || element.GetAttribute("itemtype") is { Length: < 100 } type && (type.EndsWith("/BlogPosting", StringComparison.Ordinal) || type.EndsWith("/NewsArticle", StringComparison.Ordinal)),
        _ => false,
    };

    // Every such class has one of these in it; most classes have none.
    private static bool MayBePost(string name) => name.Contains("post", StringComparison.Ordinal) || name.Contains("entry", StringComparison.Ordinal) || name.Contains("node", StringComparison.Ordinal) || name.Contains("article", StringComparison.Ordinal) || name.Contains("story", StringComparison.Ordinal);

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

    private static MarkKind Classes(string name, ElementWords words)
    {
        var kind = MarkKind.None;
        if (words.Say(WordSign.Title) && words.Say(WordSign.Titled) || words.Say(WordSign.Microformat) && words.Say(WordSign.Name))
        {
            kind |= words.Say(WordSign.Secondary) ? MarkKind.None : MarkKind.Title;
        }

        if (words.Say(WordSign.Writer) || words.Say(WordSign.By) && words.Say(WordSign.ByOf))
        {
            kind |= MarkKind.Writer;
        }

        if (words.Say(WordSign.Date))
        {
            kind |= MarkKind.Date;
        }

        if (words.Say(WordSign.Standfirst) || words.Say(WordSign.Sub) && words.Say(WordSign.SubOf))
        {
            kind |= MarkKind.Standfirst;
        }

        if (words.Say(WordSign.Logo) || words.Say(WordSign.Site) && words.Say(WordSign.SiteOf))
        {
            kind |= MarkKind.Logo;
        }

        if (words.Say(WordSign.Section) && name is "a" or "span" or "div" or "p" or "li")
        {
            kind |= MarkKind.Section;
        }

        if (words.Say(WordSign.Tag) && name is not "body")
        {
            kind |= MarkKind.Tag;
        }

        return kind;
    }
}
