using Cuttings.Import.Feeds.Elements;
using Cuttings.Import.Feeds.Markup;

namespace Cuttings.Import.Feeds.Opml;

/// <summary>Takes the feeds from outlines as they come, with the folders that they lie in.</summary>
internal sealed class OutlineBuilder(string? address)
{
    private const int DeepestFolder = 20;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public List<OutlinedFeed> Feeds { get; } = [];

    public int Unreadable { get; private set; }

    public void Outline(Element element)
    {
        if (element.Key != "outline" || Feeds.Count >= OpmlReader.MostFeeds)
        {
            return;
        }

        var feed = element["xmlurl"] ?? element["xml_url"] ?? element["feedurl"] ?? (Type(element) is "rss" or "atom" or "feed" ? element["url"] : null);
        if (string.IsNullOrWhiteSpace(feed))
        {
            return;
        }

        if (Addresses.Resolve(feed, address) is not { } absolute)
        {
            Unreadable++;
        }
        else if (known.Add(absolute))
        {
            Feeds.Add(new(absolute, Name(element), Addresses.Resolve(element["htmlurl"] ?? element["html_url"], address), [.. Folders(element)]));
        }
    }

    private static string Type(Element element) => (element["type"] ?? "").Trim().ToLowerInvariant();

    private static string? Name(Element element)
    {
        var name = Plain(element["title"] is { Length: > 0 } title ? title : element["text"]);
        return name == element["xmlurl"]?.Trim() ? null : name;
    }

    // Escaped twice as often as not.
    private static string? Plain(string? name) => Readable.Squeezed(new Entities().Decode(name ?? ""));

    private static IEnumerable<string> Folders(Element element)
    {
        var folders = new List<string>();
        for (var at = element.Parent; at is not null && folders.Count < DeepestFolder; at = at.Parent)
        {
            if (at.Key == "outline" && Plain(at["text"] is { Length: > 0 } text ? text : at["title"]) is { } name)
            {
                folders.Insert(0, name);
            }
        }

        // Some programs write folders as a path in an attribute instead (OPML 2.0, category).
        return folders.Count > 0 || element["category"] is not { } category ? folders
            : category.Split(',')[0].Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(DeepestFolder);
    }
}
