using System.Globalization;
using System.Text.Json.Nodes;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Import.Feeds.Elements;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Tests.Feeds;

/// <summary>
/// Which of the peer's expected members have a place here, and whether ours says the same. Texts are compared as readers see them:
/// markup read, white space squeezed; dates as instants.
/// </summary>
internal static class PeerFields
{
    public static IEnumerable<(string Field, string Wanted, bool Matches)> Compare(JsonNode expected, FeedDocument? feed)
    {
        foreach (var (field, wanted, matches) in Feed(expected, feed ?? new() { Form = "" }))
        {
            yield return ("feed " + field, wanted, feed is not null && matches);
        }

        var items = (expected["items"] ?? expected["entries"])?.AsArray() ?? [];
        for (var n = 0; n < items.Count; n++)
        {
            var item = n < (feed?.Items.Length ?? 0) ? feed!.Items[n] : null;
            foreach (var (field, wanted, matches) in Item(items[n]!, item ?? new()))
            {
                yield return ("entry " + field, wanted, item is not null && matches);
            }
        }
    }

    private static IEnumerable<(string Field, string Wanted, bool Matches)> Feed(JsonNode of, FeedDocument feed)
    {
        foreach (var (name, ours) in new[]
        {
            ("title", feed.Title), ("description", feed.Description), ("subtitle", feed.Description), ("copyright", feed.Rights), ("rights", feed.Rights),
            ("link", feed.Site), ("feedLink", feed.Self), ("id", feed.Id), ("logo", feed.Image),
        })
        {
            if (Text(of[name]) is { } wanted)
            {
                yield return (name, wanted, Same(wanted, ours));
            }
        }

        if (of["logo"] is null && Text(of["icon"]) is { } icon)
        {
            yield return ("icon", icon, Same(icon, feed.Image));
        }

        if ((Text(of["version"]) ?? Text(of["feedVersion"])) is { Length: > 0 } version)
        {
            yield return ("version", version, feed.Form.Contains(version, StringComparison.Ordinal));
        }

        if (Text(of["language"]) is { } language)
        {
            yield return ("language", language, language.Equals(feed.Language, StringComparison.OrdinalIgnoreCase));
        }

        if ((Text(of["generator"]) ?? Text(Of(of["generator"], "value"))) is { Length: > 0 } generator)
        {
            yield return ("generator", generator, Same(generator, feed.Generator));
        }

        if (Text(Of(of["image"], "url")) is { } image)
        {
            yield return ("image", image, image == feed.Image);
        }

        foreach (var found in Dates(of, ("updatedParsed", feed.Updated), ("lastBuildDateParsed", feed.Updated), ("publishedParsed", feed.Published), ("pubDateParsed", feed.Published))
            .Concat(Lists(of, ("categories", feed.Categories), ("authors", feed.Writers)))
            .Concat(Links(of, ("self", feed.Self), ("alternate", feed.Site), ("hub", feed.Hubs.FirstOrDefault()))))
        {
            // The peer dates a JSON Feed by its first entry; the feed itself says nothing.
            if (!(found.Field is "updatedParsed" or "publishedParsed" && Text(of["feedType"]) == "json"))
            {
                yield return found;
            }
        }

        foreach (var name in new[] { "managingEditor", "webMaster" })
        {
            if (Text(of[name]) is { } editor && !IsMail(editor))
            {
                yield return (name, editor, feed.Writers.Any(writer => Same(editor, writer)));
            }
        }

        if (Text(of["ttl"]) is { } ttl)
        {
            yield return ("ttl", ttl, feed.AskedInterval == TimeSpan.FromMinutes(int.Parse(ttl)));
        }

        foreach (var hour in of["skipHours"]?.AsArray() ?? [])
        {
            yield return ("skipHours", Text(hour)!, feed.SkipHours.Contains(int.Parse(Text(hour)!)));
        }

        foreach (var day in of["skipDays"]?.AsArray() ?? [])
        {
            yield return ("skipDays", Text(day)!, feed.SkipDays.Contains(Enum.Parse<DayOfWeek>(Text(day)!)));
        }
    }

    private static IEnumerable<(string Field, string Wanted, bool Matches)> Item(JsonNode of, FeedItem item)
    {
        foreach (var (name, node, ours) in new[]
        {
            ("title", of["title"], item.Title), ("link", of["link"], item.Address), ("comments", of["comments"], item.Comments), ("rights", of["rights"], item.Rights),
            ("id", of["id"], item.Id), ("guid", of["guid"] is JsonObject guid ? guid["value"] : of["guid"], item.Id), ("image", Of(of["image"], "url"), item.Image?.Address),
            ("source.title", Of(of["source"], "title"), item.SourceTitle), ("source.url", Of(of["source"], "url"), item.SourceAddress),
            ("description", of["description"], Plain(item.Summary)), ("summary", of["summary"], Plain(item.Summary)),
            ("content", of["content"] is JsonObject content ? content["value"] : of["content"], Plain(item.Content)),
        })
        {
            if (Text(node) is { Length: > 0 } wanted && !(name is "description" && Readable.Line(new(wanted, true, null)) is null))
            {
                yield return (name, wanted, Same(wanted, ours));
            }
        }

        if (Text(Of(of["content"], "src")) is { } src)
        {
            yield return ("content.src", src, item.Enclosures.Any(enclosure => enclosure.Address == src));
        }

        if (Text(of["author"] is JsonObject ? null : of["author"]) is { } author && !IsMail(author))
        {
            yield return ("author", author, item.Writers.Any(writer => Same(author, writer)));
        }

        foreach (var found in Dates(of, ("updatedParsed", item.Updated), ("publishedParsed", item.Published), ("pubDateParsed", item.Published))
            .Concat(Lists(of, ("categories", item.Categories), ("authors", item.Writers), ("contributors", item.Contributors)))
            .Concat(Links(of, ("alternate", item.Address), ("enclosure", item.Enclosures.FirstOrDefault()?.Address))))
        {
            yield return found;
        }

        var enclosures = of["enclosures"]?.AsArray() ?? [];
        for (var n = 0; n < enclosures.Count; n++)
        {
            var ours = n < item.Enclosures.Length ? item.Enclosures[n] : null;
            foreach (var (name, value) in new[] { ("url", ours?.Address), ("type", ours?.Type), ("length", ours?.Length?.ToString()) })
            {
                if (Text(enclosures[n]![name]) is { } wanted)
                {
                    yield return ("enclosure." + name, wanted, wanted == value);
                }
            }
        }
    }

    private static IEnumerable<(string Field, string Wanted, bool Matches)> Dates(JsonNode of, params (string Name, PostedDate? Ours)[] dates) =>
        dates.Where(date => of[date.Name] is not null)
            .Select(date => (date.Name, Text(of[date.Name])!, date.Ours?.Earliest == DateTimeOffset.Parse(Text(of[date.Name])!, CultureInfo.InvariantCulture)));

    // Names and labels. Mail addresses have no place here.
    private static IEnumerable<(string Field, string Wanted, bool Matches)> Lists(JsonNode of, params (string Name, IEnumerable<string> Ours)[] lists) =>
        lists.SelectMany(list => (of[list.Name]?.AsArray() ?? []).Select(node => (list.Name, Wanted: node is JsonObject ? Text(node["name"]) ?? Text(node["label"]) ?? Text(node["value"]) ?? Text(node["term"]) : Text(node), list.Ours)))
            .Where(found => found.Wanted is { Length: > 0 } wanted && !IsMail(wanted))
            .Select(found => (found.Name, found.Wanted!, found.Ours.Any(ours => Same(found.Wanted!, ours))));

    private static IEnumerable<(string Field, string Wanted, bool Matches)> Links(JsonNode of, params (string Rel, string? Ours)[] links) =>
        links.Select(link => (link.Rel, Wanted: (of["links"] as JsonArray ?? []).OfType<JsonObject>().Where(found => Text(found["rel"]) == link.Rel).Select(found => Text(found["href"])).FirstOrDefault(href => href is not null), link.Ours))
            .Where(link => link.Wanted is not null)
            .Select(link => ("link " + link.Rel, link.Wanted!, link.Wanted == link.Ours));

    private static JsonNode? Of(JsonNode? node, string name) => node is JsonObject ? node[name] : null;

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;

    private static bool IsMail(string text) => text.Contains('@', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    private static string? Plain(Excerpt? excerpt) => Readable.Squeezed(excerpt?.ToText());

    private static bool Same(string wanted, string? ours)
    {
        var plain = Readable.Squeezed(ours) ?? "";
        return (Readable.Squeezed(wanted) ?? "") == plain || (Readable.Line(new(wanted, true, null)) ?? "") == plain;
    }
}
