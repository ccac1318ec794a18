using Cuttings.Import.Feeds.Markup;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>The links of a feed or an entry by what they are for (RFC 4287 4.2.7, RFC 5005, WebSub), whether RSS, Atom or the link module of RSS 1.0 names them.</summary>
internal static class Links
{
    /// <summary>The page: Atom's alternate (HTML before other types), then RSS's last link with text, then a link of no kind.</summary>
    public static string? Page(Element of)
    {
        string? html = null, own = null, other = null, text = null;
        foreach (var (element, rel, href) in Named(of))
        {
            if (rel is "alternate" or "" && href is not null)
            {
                var type = Type(element);
                var isPage = type.Length == 0 || type.Contains("html", StringComparison.Ordinal);
                html ??= isPage ? href : null;
                own ??= isPage && SameTongue(element["hreflang"], of.Language) ? href : null;
                other ??= isPage ? null : href;
            }
        }

        foreach (var element in of.All("link"))
        {
            var plain = element["rel"] is null ? element["href"] : null;
            text = Addresses.Resolve(element.OwnText(), element.Base) ?? Addresses.Resolve(plain, element.Base) ?? text;
        }

        return text ?? own ?? html ?? other;
    }

    // Of a page in several languages the one in the feed's own.
    private static bool SameTongue(string? one, string? other) =>
        one is not null && other is not null && one.Trim().Split('-', '_')[0].Equals(other.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>The first link of a kind, absolute.</summary>
    public static string? First(Element of, string rel) => Named(of).FirstOrDefault(link => link.Rel == rel && link.Href is not null).Href;

    /// <summary>All links of a kind.</summary>
    public static IEnumerable<(Element Element, string Href)> All(Element of, string rel) =>
        Named(of).Where(link => link.Rel == rel && link.Href is not null).Select(link => (link.Element, link.Href!));

    /// <summary>The address of the licence (rel=license; Creative Commons, of RSS 2.0 and of RDF).</summary>
    public static string? Licence(Element of) => First(of, "license")
        ?? of.All("cc:license").Select(licence => Addresses.Resolve(licence["rdf:resource"] ?? licence.Text(), licence.Base)).FirstOrDefault(found => found is not null);

    public static string Type(Element link) => (link["type"] ?? link["l:type"] ?? "").Trim().ToLowerInvariant();

    private static IEnumerable<(Element Element, string Rel, string? Href)> Named(Element of)
    {
        foreach (var element in of.Children)
        {
            if (element.Key is "atom:link" or "link" or "l:link" or "xhtml:link")
            {
                var href = element["href"] ?? element["url"] ?? element["rdf:resource"] ?? (element.Key == "atom:link" ? element.Text() : null);
                // An empty reference is to the document itself (RFC 3986 4.4).
                yield return (element, Rel(element), href?.Length == 0 && element.Key == "atom:link" && element["href"] is not null ? element.Base : Addresses.Resolve(href, element.Base));
            }
        }
    }

    // A registered relation may be written as an address (RFC 4287 4.2.7.2).
    private static string Rel(Element element)
    {
        var rel = (element["rel"] ?? element["l:rel"] ?? "alternate").Trim().ToLowerInvariant();
        var last = rel.LastIndexOf('/');
        return last >= 0 && (rel.Contains("iana.org/assignments/relation", StringComparison.Ordinal) || rel.Contains("link-relations", StringComparison.Ordinal)) ? rel[(last + 1)..] : rel;
    }
}
