using Xunit;

namespace Cuttings.Import.Tests.Feeds;

public class FirstTests
{
    [Fact]
    public void A_feed_of_RSS_is_read()
    {
        var feed = ReadFeeds.Feed("""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour &amp; Echo</title><link>https://echo.example/</link><ttl>60</ttl>
            <item><title>Night ferry&lt;br&gt; returns</title><link>/ferry</link><description>Two &lt;b&gt;hundred&lt;/b&gt;</description><content:encoded><![CDATA[<p>The Marjan <a href="x.html">left</a>.</p><p>At ten.</p>]]></content:encoded><pubDate>Thu, 05 Apr 2012 10:00:00 GMT</pubDate></item>
            </channel></rss>
            """.TrimStart());
        Assert.Empty(feed.Damage);
        Assert.Equal("Harbour & Echo", feed.Title);
        var item = Assert.Single(feed.Items);
        Assert.Equal("Night ferry returns", item.Title);
        Assert.Equal("https://echo.example/ferry", item.Address);
        Assert.Equal("<p>The Marjan <a href=\"https://echo.example/x.html\">left</a>.</p><p>At ten.</p>", item.Content!.ToHtml());
        Assert.Equal(TimeSpan.FromHours(1), feed.AskedInterval);
    }
}
