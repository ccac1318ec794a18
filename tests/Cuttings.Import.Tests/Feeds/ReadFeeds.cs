using System.Text;
using Cuttings.Import.Feeds;
using Cuttings.Subscriptions;
using Xunit;

namespace Cuttings.Import.Tests.Feeds;

internal static class ReadFeeds
{
    public static FeedDocument Feed(string text, string? address = null, string? contentType = null) => Feed(Encoding.UTF8.GetBytes(text), address, contentType);

    public static FeedDocument Feed(byte[] bytes, string? address = null, string? contentType = null)
    {
        var (feed, why) = new FeedReader().Read(bytes, contentType, address);
        Assert.True(feed is not null, why);
        return feed;
    }

    public static string? Why(string text, string? address = null)
    {
        var (feed, why) = new FeedReader().Read(Encoding.UTF8.GetBytes(text), null, address);
        Assert.Null(feed);
        return why;
    }

    /// <summary>A feed of one item that holds this.</summary>
    public static FeedItem Item(string inner, string? address = null) =>
        Assert.Single(Feed($"<rss version=\"2.0\"><channel><title>Harbour Echo</title><item>{inner}</item></channel></rss>", address).Items);
}
