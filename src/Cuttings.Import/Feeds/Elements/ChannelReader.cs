using System.Globalization;
using Cuttings.Import.Feeds.Markup;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>Reads what a feed of RSS, RDF or Atom says of itself.</summary>
internal static class ChannelReader
{
    public static FeedDocument Read(Element root, string form)
    {
        var channel = Channel(root);
        return new FeedDocument
        {
            Form = form,
            Id = Fields.Raw(channel, "atom:id", "id", "dc:identifier") ?? channel["rdf:about"]?.Trim(),
            Title = Fields.Line(channel, "title", "atom:title", "dc:title", "dcterms:title", "itunes:title", "media:title"),
            Description = Fields.Line(channel, "atom:subtitle", "atom:tagline", "description", "tagline", "dc:description", "dcterms:abstract", "itunes:summary", "itunes:subtitle", "abstract", "atom:info", "media:description"),
            Site = Links.Page(channel) ?? Addresses.Resolve(channel["href"], channel.Base),
            Self = Links.First(channel, "self") ?? channel.All("itunes:new-feed-url").Select(moved => Addresses.Resolve(moved.Text(), moved.Base)).FirstOrDefault(found => found is not null),
            Hubs = [.. Links.All(channel, "hub").Select(link => link.Href).Distinct(StringComparer.Ordinal).Take(10)],
            Older = Links.First(channel, "prev-archive") ?? Links.First(channel, "next"),
            Language = Fields.Language(Fields.Raw(channel, "language", "dc:language", "dcterms:language")) ?? Fields.Language(channel.Language ?? root.Language),
            Rights = Fields.Line(channel, "atom:rights", "copyright", "atom:copyright", "dc:rights", "dcterms:rights", "rights", "media:copyright") ?? Links.Licence(channel),
            Generator = Generator(channel),
            Image = Image(root, channel),
            Writers = [.. Writers(channel)],
            Categories = [.. Categories.Of(channel)],
            Published = Fields.Date(channel, "atom:published", "atom:issued", "pubdate", "dcterms:issued", "dcterms:created", "atom:created"),
            Updated = Fields.Date(channel, "atom:updated", "atom:modified", "lastbuilddate", "dcterms:modified", "dc:date", "updated", "dcterms:date") ?? Dates.FeedDate.Read(channel["lastmod"]),
            AskedInterval = Ttl(channel) ?? Syndication(channel),
            SkipHours = [.. channel.All("skiphours").SelectMany(hours => hours.All("hour")).Select(hour => int.TryParse(hour.OwnText(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).Where(n => n is >= 0 and <= 24).Select(n => n % 24).Distinct()],
            SkipDays = [.. channel.All("skipdays").SelectMany(days => days.All("day")).Select(Day).OfType<DayOfWeek>().Distinct()],
        };
    }

    /// <summary>The element that the feed's own fields stand in: the first channel, else the root.</summary>
    public static Element Channel(Element root)
    {
        var at = new List<Element> { root };
        for (var depth = 0; depth < 5 && at.Count > 0; depth++)
        {
            if (at.Find(element => element.Key is "channel" or "atom:feed") is { } found)
            {
                return found;
            }

            at = [.. at.SelectMany(element => element.Children).Take(1000)];
        }

        return root;
    }

    private static string? Generator(Element channel) =>
        Fields.Line(channel, "generator", "atom:generator")
        ?? channel.All("atom:generator").Concat(channel.All("generator")).Select(element => Addresses.Resolve(element["uri"] ?? element["url"], element.Base)).FirstOrDefault(found => found is not null)
        ?? channel.All("admin:generatoragent").Select(agent => agent["rdf:resource"]?.Trim()).FirstOrDefault(found => !string.IsNullOrEmpty(found));

    private static string? Image(Element root, Element channel)
    {
        // RSS 1.0 refers to an image that stands beside the channel, by what is not always its address.
        var images = channel.All("image").Concat(ReferenceEquals(root, channel) ? [] : root.All("image")).Take(10).ToList();
        if (images.Select(image => Addresses.Resolve(image.First("url")?.Text(), image.Base)).Concat(images.Select(image => Addresses.Resolve(image["rdf:resource"] ?? image["url"] ?? image["href"], image.Base))).FirstOrDefault(found => found is not null) is { } shown)
        {
            return shown;
        }

        foreach (var picture in channel.All("atom:logo").Concat(channel.All("logo")).Concat(channel.All("atom:icon")))
        {
            if (Addresses.Resolve(picture["href"] ?? picture.Text(), picture.Base) is { } address)
            {
                return address;
            }
        }

        return Media.Picture(channel)?.Address
            ?? channel.All("description").Concat(channel.All("atom:subtitle")).Select(Wording.Of).Where(wording => wording.IsHtml).Select(wording => HtmlAddresses.Picture(wording.Text, wording.Base)?.Address).FirstOrDefault(found => found is not null);
    }

    private static List<string> Writers(Element channel)
    {
        foreach (var key in new[] { "atom:author", "author", "managingeditor", "dc:creator", "dc:author", "dcterms:creator", "itunes:author", "itunes:owner", "dc:publisher", "webmaster" })
        {
            var names = People.Names(channel.All(key)).ToList();
            if (names.Count > 0)
            {
                return names;
            }
        }

        return [];
    }

    private static TimeSpan? Ttl(Element channel) =>
        int.TryParse(channel.First("ttl")?.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 525_600 ? TimeSpan.FromMinutes(minutes) : null;

    // purl.org/rss/1.0/modules/syndication: so many times a period, once a day where it does not say.
    private static TimeSpan? Syndication(Element channel)
    {
        var (period, frequency) = (channel.First("sy:updateperiod")?.Text().ToLowerInvariant(), channel.First("sy:updatefrequency")?.Text());
        if (period is null && frequency is null)
        {
            return null;
        }

        var length = period switch { "hourly" => 1, "weekly" => 24 * 7, "monthly" => 24 * 30, "yearly" => 24 * 365, _ => 24 };
        return TimeSpan.FromHours(length) / (int.TryParse(frequency, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is > 0 and < 100_000 ? times : 1);
    }

    private static DayOfWeek? Day(Element day) => Enum.TryParse<DayOfWeek>(day.OwnText(), ignoreCase: true, out var found) && !char.IsDigit(day.OwnText()[0]) ? found : null;
}
