using System.ServiceModel.Syndication;
using System.Xml;
using Ganss.Xss;

namespace Cuttings.FeedBench;

/// <summary>The readers that are compared. The peers hand on HTML as it came, ours goes through the sanitizer: so one peer is there a second time with a sanitizer behind it.</summary>
internal static class Readers
{
    public static IReadOnlyList<(string Name, Func<byte[], int> Read)> All { get; } = [("Cuttings", Ours), ("System.ServiceModel.Syndication", Syndication), ("CodeHollow.FeedReader", CodeHollowFeeds), ("CodeHollow.FeedReader and HtmlSanitizer", Sanitized)];

    private static readonly HtmlSanitizer Sanitizer = new();

    private static int Ours(byte[] feed) => new Import.Feeds.FeedReader().Read(feed, null, null).Feed?.Items.Length ?? -1;

    private static int Syndication(byte[] feed)
    {
        using var reader = XmlReader.Create(new MemoryStream(feed), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var items = 0;
        foreach (var item in SyndicationFeed.Load(reader).Items)
        {
            // Dates are read, or found wrong, when they are asked for.
            _ = item.PublishDate;
            items++;
        }

        return items;
    }

    private static int Sanitized(byte[] feed)
    {
        var items = CodeHollow.FeedReader.FeedReader.ReadFromByteArray(feed).Items;
        foreach (var item in items)
        {
            _ = Sanitizer.Sanitize(item.Content ?? "");
            _ = Sanitizer.Sanitize(item.Description ?? "");
        }

        return items.Count;
    }

    private static int CodeHollowFeeds(byte[] feed) => CodeHollow.FeedReader.FeedReader.ReadFromByteArray(feed).Items.Count;
}
