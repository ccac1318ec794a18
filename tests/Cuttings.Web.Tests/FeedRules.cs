using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Cuttings.Dating;
using Xunit;

namespace Cuttings.Web.Tests;

/// <summary>The rules of RSS 2.0, RFC 4287, RFC 5005 and JSON Feed 1.1 that a feed validator holds feeds to, on every kind of list.</summary>
public sealed class FeedRules : SiteUnderTest
{
    private const string Mail = "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    public static TheoryData<string> Lists => ["", "/category/ferries", "/tag/marjan", "/outlet/harbour-echo", "/author/n-osk", "/2020", "/2020/05", "/undated", "/search"];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Rss_is_valid(string list)
    {
        await FillAsync();
        var answer = await Client.GetAsync($"{list}/feed{Query(list)}");
        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType!.MediaType);
        var rss = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("2.0", rss.Attribute("version")!.Value);
        var channel = Assert.Single(rss.Elements());
        Assert.All(new[] { "title", "link", "description" }, name => Assert.NotEmpty(Assert.Single(channel.Elements(name)).Value));
        AssertAddress(channel.Element("link")!.Value);
        Assert.Equal(answer.RequestMessage!.RequestUri!.AbsoluteUri, Links(channel)["self"]);
        Assert.NotEmpty(channel.Elements("item"));
        Assert.Equal(channel.Elements("item").Count(), channel.Elements("item").Select(item => item.Element("guid")!.Value).Distinct().Count());
        foreach (var item in channel.Elements("item"))
        {
            Assert.NotEmpty(item.Element("title")!.Value);
            AssertAddress(item.Element("link")!.Value);
            Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
            Assert.True(item.Elements("pubDate").Count() <= 1);
            Assert.All(item.Elements("pubDate"), date => DateTime.ParseExact(date.Value, Mail, CultureInfo.InvariantCulture));
            Assert.Equal("N. Osk", Assert.Single(item.Elements(Dublin + "creator")).Value);
            Assert.Contains("[Harbour Echo]", Assert.Single(item.Elements(Content + "encoded")).Value);
            Assert.Equal("Harbour Echo", item.Element("source")!.Value);
            AssertAddress(item.Element("source")!.Attribute("url")!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Atom_is_valid(string list)
    {
        await FillAsync();
        var answer = await Client.GetAsync($"{list}/feed/atom{Query(list)}");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        AssertAddress(Assert.Single(feed.Elements(Atom + "id")).Value);
        Assert.NotEmpty(Assert.Single(feed.Elements(Atom + "title")).Value);
        AssertInstant(Assert.Single(feed.Elements(Atom + "updated")).Value);
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(answer.RequestMessage!.RequestUri!.AbsoluteUri, Links(feed)["self"]);
        Assert.Equal(feed.Elements(Atom + "entry").Count(), feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            AssertAddress(Assert.Single(entry.Elements(Atom + "id")).Value);
            Assert.NotEmpty(Assert.Single(entry.Elements(Atom + "title")).Value);
            AssertInstant(Assert.Single(entry.Elements(Atom + "updated")).Value);
            Assert.All(entry.Elements(Atom + "published"), date => AssertInstant(date.Value));
            Assert.Single(entry.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "alternate");
            Assert.Equal("html", Assert.Single(entry.Elements(Atom + "content")).Attribute("type")!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_json_feed_is_valid(string list)
    {
        await FillAsync();
        var answer = await Client.GetAsync($"{list}/feed.json{Query(list)}");
        Assert.Equal("application/feed+json", answer.Content.Headers.ContentType!.MediaType);
        var feed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.NotEmpty(feed.GetProperty("title").GetString()!);
        AssertAddress(feed.GetProperty("home_page_url").GetString()!);
        Assert.Equal(answer.RequestMessage!.RequestUri!.AbsoluteUri, feed.GetProperty("feed_url").GetString());
        foreach (var item in feed.GetProperty("items").EnumerateArray())
        {
            Assert.NotEmpty(item.GetProperty("id").GetString()!);
            AssertAddress(item.GetProperty("url").GetString()!);
            Assert.NotEmpty(item.GetProperty("content_html").GetString()!);
            AssertInstant(item.GetProperty("date_modified").GetString()!);
            Assert.Equal("N. Osk", item.GetProperty("authors")[0].GetProperty("name").GetString());
        }
    }

    [Theory]
    [InlineData("/feed")]
    [InlineData("/feed/atom")]
    [InlineData("/search/feed?q=boat")]
    public async Task The_pages_of_a_feed_hold_each_cutting_once(string first)
    {
        for (var n = 0; n < 45; n++)
        {
            await AddAsync(Ferry with { Slug = null, Headline = $"Boat {n}" });
        }

        await Search.CatchUpAsync();
        var titles = new List<string>();
        for (var next = first; next is not null;)
        {
            var page = XDocument.Parse(await Client.GetStringAsync(next)).Root!;
            titles.AddRange(page.Descendants().Where(element => element.Name.LocalName is "item" or "entry").Select(item => item.Elements().First(element => element.Name.LocalName == "title").Value));
            next = Links(page.Name == Atom + "feed" ? page : page.Element("channel")!).GetValueOrDefault("next");
        }

        Assert.Equal(45, titles.Count);
        Assert.Equal(45, titles.Distinct().Count());
    }

    [Fact]
    public async Task A_date_tells_what_has_changed_where_no_tag_is_sent()
    {
        await AddAsync(Ferry);
        await Client.GetAsync("/feed");
        await Task.Delay(1100);
        var first = await Client.GetAsync("/feed");
        var changed = first.Content.Headers.LastModified;
        Assert.NotNull(changed);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/feed") { Headers = { IfModifiedSince = changed } };
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(again)).StatusCode);
        await Task.Delay(1000);
        await AddAsync(Ferry with { Slug = null, Headline = "Second" });
        using var then = new HttpRequestMessage(HttpMethod.Get, "/feed") { Headers = { IfModifiedSince = changed } };
        Assert.Equal(HttpStatusCode.OK, (await Client.SendAsync(then)).StatusCode);
    }

    private async Task FillAsync()
    {
        var ferry = Ferry with { Sources = [new() { Url = "https://echo.example/1", Title = "Ferry & crew" }] };
        await AddAsync(ferry);
        await AddAsync(ferry with { Slug = null, Headline = "배 <다시>", Posted = null });
        await AddAsync(ferry with { Slug = null, Headline = "Month only", Posted = PostedDate.Parse("2020-05") });
        await Search.CatchUpAsync();
    }

    private static string Query(string list) => list == "/search" ? "?q=ferry" : "";

    private static Dictionary<string, string> Links(XElement parent) => parent.Elements(Atom + "link").ToDictionary(link => link.Attribute("rel")!.Value, link => link.Attribute("href")!.Value);

    private static void AssertAddress(string text) => Assert.True(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && Uri.IsWellFormedUriString(text, UriKind.Absolute), text);

    private static void AssertInstant(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
