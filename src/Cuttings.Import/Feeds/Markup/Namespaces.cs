using System.Collections.Frozen;

namespace Cuttings.Import.Feeds.Markup;

/// <summary>The vocabularies that are read, by the addresses that feeds name them with, and by their usual prefixes where those stand undeclared.</summary>
internal static class Namespaces
{
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    // Compared without scheme, case, and a slash or # at the end.
    private static readonly FrozenDictionary<string, string> ByAddress = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["backend.userland.com/rss"] = "",
        ["backend.userland.com/rss2"] = "",
        ["backend.userland.com/rss091"] = "",
        ["backend.userland.com/rss092"] = "",
        ["backend.userland.com/rss20"] = "",
        ["blogs.law.harvard.edu/tech/rss"] = "",
        ["cyber.law.harvard.edu/rss"] = "",
        ["purl.org/rss/1.0"] = "",
        ["purl.org/net/rss1.1"] = "",
        ["my.netscape.com/rdf/simple/0.9"] = "",
        ["channel.netscape.com/rdf/simple/0.9"] = "",
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["example.com/newformat"] = "atom",
        ["example.com/necho"] = "atom",
        ["purl.org/echo"] = "atom",
        ["uri/of/echo/namespace"] = "atom",
        ["purl.org/pie"] = "atom",
        ["purl.org/atom/ns"] = "atom",
        ["www.w3.org/2005/atom"] = "atom",
        ["purl.org/atom-blog/ns"] = "atom",
        ["purl.org/syndication/thread/1.0"] = "thr",
        ["purl.org/syndication/history/1.0"] = "fh",
        ["www.w3.org/2007/app"] = "app",
        ["purl.org/atom/app"] = "app",
        ["purl.org/dc/elements/1.0"] = "dc",
        ["purl.org/dc/elements/1.1"] = "dc",
        ["dublincore.org/documents/dcmi-namespace"] = "dc",
        ["purl.org/dc/terms"] = "dcterms",
        ["purl.org/rss/1.0/modules/content"] = "content",
        ["purl.org/rss/1.0/modules/syndication"] = "sy",
        ["purl.org/rss/1.0/modules/slash"] = "slash",
        ["purl.org/rss/1.0/modules/link"] = "l",
        ["purl.org/rss/1.0/modules/reference"] = "ref",
        ["purl.org/rss/1.0/modules/image"] = "rssimage",
        ["wellformedweb.org/commentapi"] = "wfw",
        ["search.yahoo.com/mrss"] = "media",
        ["video.search.yahoo.com/mrss"] = "media",
        ["www.rssboard.org/media-rss"] = "media",
        ["tools.search.yahoo.com/mrss"] = "media",
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["prismstandard.org/namespaces/basic/1.0"] = "prism",
        ["prismstandard.org/namespaces/1.2/basic"] = "prism",
        ["prismstandard.org/namespaces/basic/2.0"] = "prism",
        ["prismstandard.org/namespaces/basic/2.1"] = "prism",
        ["prismstandard.org/namespaces/basic/3.0"] = "prism",
        ["rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["pheedo.com/namespace/pheedo"] = "pheedo",
        ["webns.net/mvcb"] = "admin",
        ["backend.userland.com/creativecommonsrssmodule"] = "cc",
        ["creativecommons.org/ns"] = "cc",
        ["web.resource.org/cc"] = "cc",
        ["www.w3.org/1999/02/22-rdf-syntax-ns"] = "rdf",
        ["www.w3.org/2000/01/rdf-schema"] = "rdfs",
        ["www.w3.org/1999/xhtml"] = "xhtml",
        ["www.w3.org/xml/1998/namespace"] = "xml",
        ["www.w3.org/1999/xlink"] = "xlink",
        ["www.w3.org/2003/01/geo/wgs84_pos"] = "geo",
        ["www.georss.org/georss"] = "georss",
        ["schemas.google.com/g/2005"] = "gd",
        ["wordpress.org/export/1.0"] = "wp",
        ["wordpress.org/export/1.1"] = "wp",
        ["wordpress.org/export/1.2"] = "wp",
        ["wordpress.org/export/1.0/excerpt"] = "excerpt",
        ["wordpress.org/export/1.1/excerpt"] = "excerpt",
        ["wordpress.org/export/1.2/excerpt"] = "excerpt",
        ["podcastindex.org/namespace/1.0"] = "podcast",
        ["www.google.com/schemas/play-podcasts/1.0"] = "googleplay",
        ["a9.com/-/spec/opensearch/1.1"] = "opensearch",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Words of which one stands in whatever address is meant for a vocabulary.
    private static readonly FrozenDictionary<string, string[]> Words = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["atom"] = ["atom"],
        ["content"] = ["content"],
        ["dc"] = ["dc", "dublin"],
        ["dcterms"] = ["terms"],
        ["feedburner"] = ["feedburner"],
        ["itunes"] = ["itunes", "podcast"],
        ["media"] = ["media", "mrss", "yahoo"],
        ["rdf"] = ["rdf"],
        ["slash"] = ["slash"],
        ["sy"] = ["syndication"],
        ["thr"] = ["thread"],
        ["wfw"] = ["wellformed", "comment"],
        ["xhtml"] = ["xhtml"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Prefixes = ByAddress.Values.Where(prefix => prefix.Length > 0).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The vocabulary that an address names; null where it is none that is read.</summary>
    public static string? Find(string address)
    {
        var plain = address.AsSpan().Trim();
        plain = plain.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? plain[7..] : plain.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? plain[8..] : plain;
        plain = plain.TrimEnd("/#");
        if (plain.IsEmpty)
        {
            return "";
        }

        Span<char> lower = stackalloc char[80];
        return plain.Length <= lower.Length && plain.ToLowerInvariant(lower) is var length && ByAddress.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..length], out var found) ? found : null;
    }

    /// <summary>The vocabulary that an address names, or that it names misspelt: where it has the usual prefix, and its own words agree. Null where it is none that is read.</summary>
    public static string? Find(string address, string prefix) =>
        Find(address) ?? (prefix.Length is > 0 and < 12 && prefix.ToLowerInvariant() is var usual && Words.TryGetValue(usual, out var words)
            && Array.Exists(words, word => address.Contains(word, StringComparison.OrdinalIgnoreCase)) ? usual : null);

    /// <summary>The vocabulary that a prefix usually stands for; null where it is none that is read.</summary>
    public static string? OfPrefix(string prefix)
    {
        var lower = prefix.ToLowerInvariant();
        return Prefixes.Contains(lower) ? lower : lower switch { "rss" or "rss1" or "rss2" => "", "a" or "a10" or "atom10" or "atom03" => "atom", "creativecommons" => "cc", "content2" => "content", _ => null };
    }
}
