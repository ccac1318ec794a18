using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Cuttings.Archiving;
using Cuttings.Credits;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Storage;
using Cuttings.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Cuttings.Web.Tests;

/// <summary>The site over a real archive, behind a real server.</summary>
public sealed class SiteSpecs : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-site-").FullName;
    private IArchive archive = null!;
    private LuceneSearch search = null!;
    private WebApplication site = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        archive = await ArchiveOpener.OpenAsync(Path.Combine(folder, "archive.db"), OpenMode.CreateIfMissing, TimeProvider.System);
        search = await LuceneSearch.OpenAsync(archive);
        site = SiteApp.Build(new SiteOptions { Urls = "http://127.0.0.1:0" }, archive, search, TimeProvider.System);
        await site.StartAsync();
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
        await search.DisposeAsync();
        await archive.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_empty_archive_says_so()
    {
        Assert.Contains("Nothing has been published here yet", await client.GetStringAsync("/"));
        Assert.Equal("{\"status\":\"ok\"}", await client.GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task Every_list_shows_the_cutting_and_names_its_feed()
    {
        await AddAsync(Ferry);
        foreach (var path in new[] { "/", "/category/ferries", "/tag/marjan", "/outlet/harbour-echo", "/author/n-osk", "/2020", "/2020/05", "/cutting/ferry-runs-again" })
        {
            var page = await client.GetStringAsync(path);
            Assert.Contains("Ferry &amp; crew run again", page);
            Assert.Contains("The ferry &lt;Marjan&gt; sailed", page);
            Assert.DoesNotContain("<script>", page);
        }

        Assert.Contains("/category/ferries/feed", await client.GetStringAsync("/category/ferries"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/category/none")).StatusCode);
    }

    [Fact]
    public async Task Feeds_are_well_formed_and_make_up_no_date()
    {
        await AddAsync(Ferry);
        await AddAsync(Ferry with { Headline = "Undated \u0001 & odd", Posted = null });
        var rss = XDocument.Parse(await client.GetStringAsync("/feed"));
        Assert.Equal(2, rss.Descendants("item").Count());
        Assert.Single(rss.Descendants("pubDate"));
        Assert.All(rss.Descendants("item"), item => Assert.NotEmpty(item.Element("guid")!.Value));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await client.GetStringAsync("/feed/atom")).Root!;
        Assert.Equal(2, feed.Elements(atom + "entry").Count());
        Assert.Single(feed.Descendants(atom + "published"));
        Assert.Equal(2, feed.Elements(atom + "entry").Select(entry => entry.Element(atom + "id")!.Value).Distinct().Count());
        var json = JsonDocument.Parse(await client.GetStringAsync("/feed.json")).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", json.GetProperty("version").GetString());
        Assert.Equal(2, json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_withdrawal_is_felt_at_once_everywhere()
    {
        var stored = await AddAsync(Ferry);
        await search.CatchUpAsync();
        var tag = (await client.GetAsync("/")).Headers.ETag;
        Assert.Contains("data-total=\"1\"", await client.GetStringAsync("/search?q=ferries"));
        await using (var session = await archive.BeginAsync())
        {
            await session.UpdateAsync(stored.Number, stored.Cutting with { Status = CuttingStatus.Withdrawn }, RevisionKind.Edited, null);
            await session.CommitAsync();
        }

        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("/cutting/ferry-runs-again")).StatusCode);
        Assert.DoesNotContain("Marjan", await client.GetStringAsync("/"));
        Assert.DoesNotContain("Marjan", await client.GetStringAsync("/feed"));
        Assert.DoesNotContain("Marjan", await client.GetStringAsync("/search?q=marjan"));
        Assert.NotEqual(tag, (await client.GetAsync("/")).Headers.ETag);
    }

    [Fact]
    public async Task Answers_carry_their_headers_and_an_ETag_that_holds()
    {
        await AddAsync(Ferry);
        var first = await client.GetAsync("/");
        Assert.Contains("default-src 'none'", first.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", first.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.False(first.Headers.Contains("Server"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
        using var packed = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { AcceptEncoding = { new("br") } } };
        Assert.Equal("br", (await client.SendAsync(packed)).Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task An_imported_permalink_keeps_working()
    {
        await AddAsync(Ferry with { Permalink = "https://old.example/?p=17" });
        var moved = await client.GetAsync("/?p=17");
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Equal("/cutting/ferry-runs-again", moved.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_cutting_is_cited_as_a_newspaper_article()
    {
        await AddAsync(Ferry);
        Assert.Contains("name=\"citation_journal_title\" content=\"Harbour Echo\"", await client.GetStringAsync("/cutting/ferry-runs-again"));
        var ris = await client.GetStringAsync("/cutting/ferry-runs-again.ris");
        Assert.StartsWith("TY  - NEWS\r\n", ris);
        Assert.Contains("T2  - Harbour Echo\r\n", ris);
        Assert.Contains("journal = {Harbour Echo}", await client.GetStringAsync("/category/ferries/citations.bib"));
        Assert.Equal("article-newspaper", JsonDocument.Parse(await client.GetStringAsync("/cutting/ferry-runs-again.csl.json")).RootElement[0].GetProperty("type").GetString());
        Assert.Equal("Ferry & crew run again", JsonDocument.Parse(await client.GetStringAsync("/cutting/ferry-runs-again.json")).RootElement.GetProperty("headline").GetString());
    }

    private static Cutting Ferry => new()
    {
        Headline = "Ferry & crew run again",
        Slug = "ferry-runs-again",
        Excerpt = Excerpt.OfParagraphs("The ferry <Marjan> sailed again."),
        Posted = PostedDate.Parse("2020-05-25"),
        Author = "N. Osk",
        Categories = ["Ferries"],
        Tags = ["marjan"],
        Credit = new Credit { Printed = "[Harbour Echo]", Outlet = "Harbour Echo", Byline = "Ida Lund and Per Aske" },
    };

    private async Task<StoredCutting> AddAsync(Cutting cutting)
    {
        await using var session = await archive.BeginAsync();
        var stored = await session.AddAsync(cutting, null);
        await session.CommitAsync();
        return stored;
    }
}
