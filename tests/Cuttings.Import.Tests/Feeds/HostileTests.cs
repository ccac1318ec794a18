using System.Text;
using Cuttings.Import.Feeds;
using Cuttings.Import.Feeds.Discovery;
using Cuttings.Import.Feeds.Opml;
using Xunit;

namespace Cuttings.Import.Tests.Feeds;

/// <summary>Feeds made to hold a reader up: each ends within bounds of time and memory, and asks for nothing.</summary>
[Collection("alone")]
public class HostileTests
{
    private const int Size = 10_000_000;
    private const int Smaller = 1_000_000;

    // What is compiled at the first use counts for no feed.
    static HostileTests() => new FeedReader().Read("<rss><channel><item><title>a &amp; &nbsp; <b>b</b></title><pubDate>Thu, 05 Apr 2012 10:00:00 GMT</pubDate></item></channel>"u8.ToArray(), null, null);

    [Fact]
    public void An_XML_bomb_is_read_in_no_time_and_nothing_unfolds()
    {
        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"lollollollollol\">");
        for (var n = 1; n < 40; n++)
        {
            bomb.Append($"<!ENTITY a{n} \"{string.Concat(Enumerable.Repeat($"&a{n - 1};", 10))}\">");
        }

        bomb.Append("]><rss version=\"2.0\"><channel><title>Echo</title><item><title>&a39;</title><link>https://a.example/1</link></item></channel></rss>");
        var feed = Within(TimeSpan.FromSeconds(1), 50, bomb.ToString());
        Assert.True(feed!.Items[0].Title!.Length < 100);
    }

    [Theory]
    [InlineData(100_000, 10_000)]
    [InlineData(1_000, 300_000)]
    public void One_long_entity_repeated_does_not_grow_without_bounds(int length, int times)
    {
        var text = $"<!DOCTYPE rss [<!ENTITY a \"{new string('x', length)}\">]><rss><channel><item><title>{string.Concat(Enumerable.Repeat("&a;", times))}</title></item></channel></rss>";
        Within(TimeSpan.FromSeconds(1), 50, text);
    }

    [Theory]
    [InlineData("<!ENTITY x SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">")]
    [InlineData("<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x.dtd\"> %x;")]
    [InlineData("<!ENTITY x PUBLIC \"a\" \"file:///etc/hostname\">")]
    public void An_external_entity_is_never_read(string entity)
    {
        var feed = Within(TimeSpan.FromSeconds(1), 50, $"<?xml version=\"1.0\"?><!DOCTYPE rss [{entity}]><rss version=\"2.0\"><channel><title>Echo</title><item><title>a &x; b</title></item></channel></rss>");
        Assert.Equal("a &x; b", feed!.Items[0].Title);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<item>")]
    [InlineData("<item><title>")]
    [InlineData("<item/>")]
    [InlineData("<item><title>a</title></item>")]
    [InlineData("<item><title>a</title><author>b</author><category>c</category>")]
    [InlineData("<b x='1' y='2'>")]
    [InlineData("</x>")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<!CDATA[<title>")]
    [InlineData("<!x[")]
    [InlineData("<?x")]
    [InlineData("<a b=\"")]
    [InlineData("<a b=c ")]
    [InlineData("&#x110000;&nosuch;&")]
    [InlineData("<x:y xmlns:x='u'>")]
    [InlineData("<")]
    [InlineData("<description>&lt;a href=\"")]
    [InlineData("<item><description>&lt;p&gt;&lt;a href='x'&gt;word</description></item>")]
    [InlineData("<category>a</category>")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href='/a'>")]
    [InlineData("<a href='/feed'>")]
    [InlineData("<script>")]
    [InlineData("<outline xmlUrl='http://a.example/1'>")]
    public void A_megabyte_of_tags_is_read_in_linear_time(string piece)
    {
        var head = piece is ['<', 'a' or 'l' or 's', ..] ? "<html><body>" : "<rss version=\"2.0\"><channel><title>Echo</title>";
        Within(TimeSpan.FromSeconds(4), 60, new StringBuilder(head, Smaller + 100).Insert(head.Length, piece, (Smaller - head.Length) / piece.Length).ToString());
    }

    [Theory]
    [InlineData("&lt;title&gt;")]
    [InlineData("&lt;script&gt;&lt;option&gt;&lt;/titl&gt;")]
    [InlineData("(at) x at ")]
    public void A_megabyte_of_one_text_is_judged_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Smaller / piece.Length));
        Within(TimeSpan.FromSeconds(4), 60, $"<rss version=\"2.0\"><channel><item><title>{text}</title><author>{text[..900]}</author><description>{text}</description></item></channel></rss>");
    }

    [Fact]
    public void A_group_of_very_many_pictures_that_lie_nowhere_is_read_in_linear_time() =>
        Within(TimeSpan.FromSeconds(4), 60, $"<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><item><title>a</title><media:group>{string.Concat(Enumerable.Repeat("<media:content url='x:y' type='image/png'/>", 25_000))}</media:group></item></channel></rss>");

    [Theory]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "{\"id\":\"1\"},")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"tags\":", "[")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",", "\"a\":{\"a\":1},")]
    [InlineData("", "{\"a\":")]
    public void A_megabyte_of_JSON_is_read_in_linear_time(string head, string piece) =>
        Within(TimeSpan.FromSeconds(4), 60, new StringBuilder(head, Smaller + 100).Insert(head.Length, piece, (Smaller - head.Length) / piece.Length).ToString());

    [Fact]
    public void A_feed_of_ten_megabytes_holds_no_more_than_64()
    {
        var item = "<item><title>Night ferry returns</title><link>https://echo.example/1</link><description>&lt;p&gt;The Marjan left at ten on Tuesday with two hundred and fourteen passengers aboard, and came back.&lt;/p&gt;</description></item>";
        var text = "<rss version=\"2.0\"><channel><title>Echo</title>" + string.Concat(Enumerable.Repeat(item, Size / item.Length)) + "</channel></rss>";
        var bytes = Encoding.UTF8.GetBytes(text);
        text = null;
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        var (feed, _) = new FeedReader().Read(bytes, null, null);
        var held = GC.GetTotalMemory(forceFullCollection: true) - idle + bytes.Length;
        Assert.Equal(Size / item.Length, feed!.Items.Length);
        Assert.True(held <= 64L << 20, $"{held >> 20} MB were held.");
    }

    private static Cuttings.Subscriptions.FeedDocument? Within(TimeSpan time, int megabytes, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        // The processor's time, which other work on the machine does not lengthen.
        var start = Environment.CpuUsage.TotalTime;
        var (feed, why) = new FeedReader().Read(bytes, null, "https://echo.example/feed");
        var read = Environment.CpuUsage.TotalTime - start;
        Assert.True(feed is not null ^ why is { Length: > 0 });
        var held = GC.GetTotalMemory(forceFullCollection: true) - idle;
        start = Environment.CpuUsage.TotalTime;
        FeedDiscovery.Find(text, "https://echo.example/");
        var found = Environment.CpuUsage.TotalTime - start;
        start = Environment.CpuUsage.TotalTime;
        OpmlReader.Read(bytes);
        var listed = Environment.CpuUsage.TotalTime - start;
        TestContext.Current.TestOutputHelper?.WriteLine($"{text[..Math.Min(text.Length, 100)]}: {read.TotalSeconds:0.0} {found.TotalSeconds:0.0} {listed.TotalSeconds:0.0} s, {held >> 20} MB");
        Assert.True(read < time && found < time && listed < time, $"It took {read}, {found} and {listed}.");
        Assert.True(held < megabytes << 20, $"{held >> 20} MB were held.");
        return feed;
    }
}
