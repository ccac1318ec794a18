using System.Text;
using Cuttings.Import.Feeds;
using Cuttings.Importing;
using Xunit;

namespace Cuttings.Import.Tests.Feeds;

public class ArticleTests
{
    [Fact]
    public async Task A_feed_in_a_file_gives_drafts_whose_source_each_is()
    {
        var items = await Read("<rss version='2.0'><channel><title>Harbour Echo</title><language>en</language><item><title>Ferry</title><link>https://echo.example/1</link><author>x@y.example (Ivo Tarn)</author><description>Late. [...]</description><pubDate>Thu, 05 Apr 2012 10:00:00 GMT</pubDate><guid isPermaLink='false'>7</guid></item></channel></rss>");
        var incoming = Assert.Single(items).Cutting!;
        var (cutting, source) = (incoming.Cutting, Assert.Single(incoming.Cutting.Sources));
        Assert.Equal((CuttingStatus.Draft, "Ferry", "Harbour Echo", "Ivo Tarn", "en"), (cutting.Status, cutting.Headline, cutting.Credit.Outlet, cutting.Credit.Byline, cutting.Language));
        Assert.Equal(("https://echo.example/1", "2012-04-05T10:00:00Z", true), (source.Url, source.Published?.Text, source.Editions[0].Truncated));
        Assert.Equal(("feed echo.example", "7", "feed.xml entry 1"), (incoming.Origin, incoming.ForeignId, incoming.Item));
    }

    [Theory]
    [InlineData("<title>Ferry</title><description>Late.</description>", true)]
    [InlineData("<description>t</description><content:encoded>&lt;p&gt;The whole text of it.&lt;/p&gt;</content:encoded>", false)]
    [InlineData("<content:encoded>&lt;p&gt;The text goes on&lt;/p&gt;&lt;p&gt;&lt;a href='x'&gt;Read more »&lt;/a&gt;&lt;/p&gt;</content:encoded>", true)]
    [InlineData("<content:encoded>&lt;p&gt;The text […]&lt;/p&gt;&lt;p&gt;The post Ferry appeared first on Echo.&lt;/p&gt;</content:encoded>", true)]
    [InlineData("<content:encoded>&lt;p&gt;외교 합의는 늦어졌다. 더 보기&lt;/p&gt;</content:encoded>", true)]
    public void A_teaser_is_known_as_one(string inner, bool truncated) => Assert.Equal(truncated, Article(inner).Truncated);

    [Theory]
    [InlineData("&lt;p&gt;The ferry ran … &lt;a href='https://echo.example/1?utm_source=rss'&gt;Read more »&lt;/a&gt;&lt;/p&gt;", "The ferry ran …")]
    [InlineData("&lt;p&gt;The ferry ran.&lt;/p&gt;&lt;p&gt;&lt;a href='https://echo.example/1'&gt;Continue reading →&lt;/a&gt;&lt;/p&gt;", "The ferry ran.")]
    [InlineData("&lt;p&gt;The ferry ran.&lt;/p&gt;&lt;p&gt;&lt;a href='https://echo.example/2'&gt;Read more&lt;/a&gt;&lt;/p&gt;", "The ferry ran.\n\nRead more")]
    public void A_link_to_the_rest_is_the_address_and_no_text(string content, string text)
    {
        var article = Article($"<title>Ferry</title><link>https://echo.example/1</link><content:encoded>{content}</content:encoded>");
        Assert.Equal(text, article.Body.ToText());
    }

    [Fact]
    public void An_entry_without_a_title_is_called_by_its_first_words()
    {
        Assert.Equal("The Marjan left at ten on Tuesday with two hundred and fourteen passengers…", Article("<description>The Marjan left at ten on Tuesday with two hundred and fourteen passengers aboard, and came back.</description>").Title);
        Assert.Equal("https://echo.example/1", Article("<link>https://echo.example/1</link>").Title);
        Assert.Equal("Ivo Tarn", FeedArticles.Of(new() { Form = "RSS" }, new() { Categories = ["Ferries"], Writers = ["Ivo Tarn"] })?.Title);
        Assert.Null(FeedArticles.Of(new() { Form = "RSS" }, new()));
    }

    [Fact]
    public void A_date_of_change_stands_in_for_one_of_publication()
    {
        var feed = ReadFeeds.Feed("<feed xmlns='http://www.w3.org/2005/Atom'><title>Echo</title><author><name>Ada Brae</name></author><entry><title>a</title><updated>2012-04-05T10:00:00Z</updated></entry><entry><title>b</title><published>2012-04-05T10:00:00Z</published><updated>2012-04-06T10:00:00Z</updated></entry></feed>");
        var articles = feed.Items.Select(item => FeedArticles.Of(feed, item)!).ToList();
        Assert.Equal(("2012-04-05T10:00:00Z", null), (articles[0].Published?.Text, articles[0].Modified?.Text));
        Assert.Equal(("2012-04-05T10:00:00Z", "2012-04-06T10:00:00Z"), (articles[1].Published?.Text, articles[1].Modified?.Text));
        Assert.Equal("Ada Brae", articles[0].Byline);
    }

    [Fact]
    public async Task What_an_entry_says_beyond_a_cutting_stands_in_keys_of_its_own()
    {
        var items = await Read("<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour Echo</title><entry><id>tag:echo.example,2012:7</id><summary>Two lines about boats.</summary><content>The Marjan left at ten.</content><link rel='enclosure' href='https://echo.example/7.mp3' type='audio/mpeg' length='12'/><link rel='via' href='https://quay.example/1'/><contributor><name>Ada Brae</name></contributor><rights>© Echo</rights></entry><entry><summary>Whole</summary></entry></feed>");
        var extra = items[0].Cutting!.Cutting.Extra;
        Assert.Equal(
            """contributors=["Ada Brae"] enclosures=[{"url":"https://echo.example/7.mp3","type":"audio/mpeg","length":12}] guid="tag:echo.example,2012:7" related="https://quay.example/1" rights="© Echo" standfirst="Two lines about boats." """.TrimEnd(),
            string.Join(' ', extra.Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.Contains("headline", items[0].Cutting!.Missing);
        Assert.Empty(items[1].Cutting!.Cutting.Extra);
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><rss version='2.0'>", true)]
    [InlineData("\n junk <rdf:RDF xmlns='http://purl.org/rss/1.0/'>", true)]
    [InlineData("<!-- made by hand --><feed xmlns='http://www.w3.org/2005/Atom'>", true)]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", true)]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\"", true)]
    [InlineData("<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'xhtml1-strict.dtd'><!-- made by hand --><rss version='2.0'>", true)]
    [InlineData("<!DOCTYPE html><title>Feeds</title><p>One begins with <rss version='2.0'>", false)]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'><title>Ferry</title>", true)]
    [InlineData("<entry xmlns='http://glossary.example/'><title>Ferry</title>", false)]
    [InlineData("<!DOCTYPE html><html><body><pre>&lt;rss&gt;<rss></pre>", false)]
    [InlineData("<opml version='2.0'>", false)]
    [InlineData("{\"headline\":\"Boat\"}", false)]
    [InlineData("<feedback>no</feedback>", false)]
    [InlineData("Night ferry returns", false)]
    [InlineData("", false)]
    public void A_feed_is_known_by_its_content(string head, bool expected) => Assert.Equal(expected, FeedFile.Looks(Encoding.UTF8.GetBytes(head)));

    [Fact]
    public async Task What_is_no_feed_and_what_is_damaged_is_named()
    {
        Assert.Equal("It is a web page, not a feed.", Assert.Single(await Read("<html><body>x</body></html>")).Failed!.Why);
        var damaged = await Read("<rss><channel><item><title>a & b</title></item><item><title>c");
        Assert.Equal(3, damaged.Count);
        Assert.StartsWith("It was damaged; what could be read was read.", damaged[2].Failed!.Why);
    }

    private static Cuttings.Articles.Article Article(string inner) => FeedArticles.Of(new() { Form = "RSS 2.0", Title = "Echo" }, ReadFeeds.Item(inner))!;

    private static async Task<List<ReadItem>> Read(string text) => await FeedFile.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "feed.xml", TestContext.Current.CancellationToken).ToListAsync();
}
