using System.Globalization;
using Cuttings.Articles;
using Cuttings.Import.Feeds.Markup;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>Pictures and files of an entry: RSS's enclosure, Atom's rel=enclosure, and Media RSS (rssboard.org/media-rss) in or out of a group.</summary>
internal static class Media
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

    /// <summary>The groups and contents in which further elements of Media RSS may stand, and the element itself.</summary>
    public static IEnumerable<Element> Groups(Element of)
    {
        foreach (var child in of.Children)
        {
            if (child.Key is "media:content")
            {
                yield return child;
            }
            else if (child.Key == "media:group")
            {
                yield return child;
                foreach (var content in child.All("media:content"))
                {
                    yield return content;
                }
            }
        }
    }

    public static IEnumerable<Enclosure> Enclosures(Element of)
    {
        var found = new List<Enclosure>();
        foreach (var element in of.All("enclosure").Concat(of.All("atom:enclosure")))
        {
            Add(found, element["url"] ?? element["href"] ?? element.First("url")?.Text() ?? element.OwnText(), element["type"] ?? element.First("type")?.Text(), element["length"] ?? element.First("length")?.Text(), element);
        }

        foreach (var (element, href) in Links.All(of, "enclosure"))
        {
            Add(found, href, element["type"], element["length"], element);
        }

        foreach (var element in of.All("atom:content"))
        {
            // Content that lies elsewhere (RFC 4287 4.1.3.2).
            Add(found, element["src"], element["type"], null, element);
        }

        foreach (var element in Groups(of).Where(element => element.Key == "media:content" && !IsPicture(element)))
        {
            Add(found, element["url"], element["type"], element["filesize"], element);
        }

        return found.DistinctBy(enclosure => enclosure.Address, StringComparer.Ordinal).Take(FeedLimits.MostValues);
    }

    /// <summary>The picture: itunes, media:content, media:thumbnail, an enclosed one.</summary>
    public static ArticleImage? Picture(Element of)
    {
        foreach (var element in of.All("itunes:image").Concat(of.All("googleplay:image")))
        {
            if (Addresses.Resolve(element["href"] ?? element["url"] ?? element.Text(), element.Base) is { } address)
            {
                return new(address);
            }
        }

        var pictures = Groups(of).Where(element => element.Key == "media:content" && IsPicture(element));
        foreach (var element in pictures.Take(1).Select(Best).Concat(pictures))
        {
            if (Addresses.Resolve(element["url"], element.Base) is { } address)
            {
                return new(address, Fields.Line(element, "media:title"), Fields.Line(element, "media:description", "media:text"));
            }
        }

        foreach (var element in of.All("media:thumbnail").Concat(Groups(of).SelectMany(group => group.All("media:thumbnail"))))
        {
            if (Addresses.Resolve(element["url"] ?? element.Text(), element.Base) is { } address)
            {
                return new(address);
            }
        }

        foreach (var element in of.All("enclosure").Where(element => element["type"]?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true))
        {
            if (Addresses.Resolve(element["url"], element.Base) is { } address)
            {
                return new(address);
            }
        }

        return Links.All(of, "enclosure").Where(link => Links.Type(link.Element).StartsWith("image/", StringComparison.Ordinal)).Select(link => new ArticleImage(link.Href)).FirstOrDefault();
    }

    // A group holds one thing in several forms: the one that it names, else the widest.
    private static Element Best(Element picture) => picture.Parent is { Key: "media:group" } group
        ? group.All("media:content").Where(IsPicture).OrderByDescending(form => form["isdefault"] == "true").ThenByDescending(form => int.TryParse(form["width"], NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : 0).First()
        : picture;

    private static bool IsPicture(Element content)
    {
        var (medium, type) = (content["medium"]?.Trim().ToLowerInvariant(), content["type"]?.Trim().ToLowerInvariant());
        return medium == "image" || medium is null or "" && (type?.StartsWith("image/", StringComparison.Ordinal) ?? HasEnding(content["url"]));
    }

    private static bool HasEnding(string? address)
    {
        var path = (address ?? "").Split('?', '#')[0];
        return Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private static void Add(List<Enclosure> found, string? address, string? type, string? length, Element element)
    {
        if (Addresses.Resolve(address, element.Base) is { } absolute)
        {
            found.Add(new(absolute, Readable.Squeezed(type), long.TryParse(length?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null));
        }
    }
}
