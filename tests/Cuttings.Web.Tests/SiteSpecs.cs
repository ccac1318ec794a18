using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Cuttings.Archiving;
using Cuttings.Dating;
using Cuttings.Vocabulary;
using Xunit;

namespace Cuttings.Web.Tests;

public sealed class SiteSpecs : SiteUnderTest
{
    [Fact]
    public async Task An_empty_archive_says_so()
    {
        Assert.Contains("Nothing has been published here yet", await Client.GetStringAsync("/"));
        Assert.Equal("{\"status\":\"ok\"}", await Client.GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task Every_list_shows_the_cutting_and_names_its_feed()
    {
        await AddAsync(Ferry);
        foreach (var path in new[] { "/", "/category/ferries", "/tag/marjan", "/outlet/harbour-echo", "/author/n-osk", "/2020", "/2020/05", "/cutting/ferry-runs-again" })
        {
            var page = await Client.GetStringAsync(path);
            Assert.Contains("Ferry &amp; crew run again", page);
            Assert.Contains("The ferry &lt;Marjan&gt; sailed", page);
            Assert.DoesNotContain("<script>", page);
        }

        Assert.Contains("/category/ferries/feed", await Client.GetStringAsync("/category/ferries"));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync("/category/none")).StatusCode);
    }

    [Fact]
    public async Task Feeds_are_well_formed_and_make_up_no_date()
    {
        await AddAsync(Ferry);
        await AddAsync(Ferry with { Headline = "Undated \u0001 & odd", Posted = null });
        var rss = XDocument.Parse(await Client.GetStringAsync("/feed"));
        Assert.Equal(2, rss.Descendants("item").Count());
        Assert.Single(rss.Descendants("pubDate"));
        Assert.All(rss.Descendants("item"), item => Assert.NotEmpty(item.Element("guid")!.Value));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await Client.GetStringAsync("/feed/atom")).Root!;
        Assert.Equal(2, feed.Elements(atom + "entry").Count());
        Assert.Single(feed.Descendants(atom + "published"));
        Assert.Equal(2, feed.Elements(atom + "entry").Select(entry => entry.Element(atom + "id")!.Value).Distinct().Count());
        var json = JsonDocument.Parse(await Client.GetStringAsync("/feed.json")).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", json.GetProperty("version").GetString());
        Assert.Equal(2, json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_withdrawal_is_felt_at_once_everywhere()
    {
        var stored = await AddAsync(Ferry);
        await Search.CatchUpAsync();
        var tag = (await Client.GetAsync("/")).Headers.ETag;
        Assert.Contains("data-total=\"1\"", await Client.GetStringAsync("/search?q=ferries"));
        await using (var session = await Archive.BeginAsync())
        {
            await session.UpdateAsync(stored.Number, stored.Cutting with { Status = CuttingStatus.Withdrawn }, RevisionKind.Edited, null);
            await session.CommitAsync();
        }

        Assert.Equal(HttpStatusCode.Gone, (await Client.GetAsync("/cutting/ferry-runs-again")).StatusCode);
        Assert.DoesNotContain("Marjan", await Client.GetStringAsync("/"));
        Assert.DoesNotContain("Marjan", await Client.GetStringAsync("/feed"));
        Assert.DoesNotContain("Marjan", await Client.GetStringAsync("/search?q=marjan"));
        Assert.NotEqual(tag, (await Client.GetAsync("/")).Headers.ETag);
    }

    [Fact]
    public async Task Answers_carry_their_headers_and_an_ETag_that_holds()
    {
        await AddAsync(Ferry);
        var first = await Client.GetAsync("/");
        Assert.Contains("default-src 'none'", first.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", first.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.False(first.Headers.Contains("Server"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(again)).StatusCode);
        using var packed = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { AcceptEncoding = { new("br") } } };
        Assert.Equal("br", (await Client.SendAsync(packed)).Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task An_imported_permalink_keeps_working()
    {
        await AddAsync(Ferry with { Permalink = "https://old.example/?p=17" });
        var moved = await Client.GetAsync("/?p=17");
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Equal("/cutting/ferry-runs-again", moved.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_shapes_of_wordpress_addresses_keep_working()
    {
        var stored = await AddAsync(Ferry);
        await using (var session = await Archive.BeginAsync())
        {
            await session.ClaimAsync("wordpress quay.example", "42", stored.Number);
            await session.CommitAsync();
        }

        foreach (var (old, now) in new[] { ("/?p=42", "/cutting/ferry-runs-again"), ("/?page_id=42", "/cutting/ferry-runs-again"), ("/2020/05/ferry-runs-again/", "/cutting/ferry-runs-again"), ("/?s=night%20ferry", "/search?q=night%20ferry"), ("/?feed=rss2", "/feed"), ("/?feed=atom", "/feed/atom") })
        {
            var moved = await Client.GetAsync(old);
            Assert.Equal((HttpStatusCode.MovedPermanently, now), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        }

        foreach (var none in new[] { "/?p=43", "/?p=4x", "/?p=", "/?page_id=99999999999999999999999" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(none)).StatusCode);
        }
    }

    [Fact]
    public async Task Old_addresses_of_categories_tags_and_authors_lead_to_their_lists()
    {
        await using (var session = await Archive.BeginAsync())
        {
            // New here, it takes its old address; known already, that leads to it; another's stays whose it is.
            await session.SuggestSlugAsync(TermKind.Category, "Ferries", "boats");
            await session.AddAsync(Ferry, null);
            await session.SuggestSlugAsync(TermKind.Author, "N. Osk", "nosk");
            await session.SuggestSlugAsync(TermKind.Author, "N. Osk", "nosk");
            await session.AddAsync(Ferry with { Slug = "other", Author = "Ida Lund", Headline = "Other" }, null);
            await session.SuggestSlugAsync(TermKind.Author, "Ida Lund", "nosk");
            await session.AddAsync(Ferry with { Slug = "hidden", Author = "Hidden Name", Categories = ["Hidden"], Headline = "Hidden", Status = CuttingStatus.Draft }, null);
            await session.SuggestSlugAsync(TermKind.Author, "Hidden Name", "login");
            await session.CommitAsync();
        }

        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync("/category/boats")).StatusCode);
        foreach (var (old, now) in new[] { ("/author/nosk", "/author/n-osk"), ("/author/nosk/feed", "/author/n-osk/feed"), ("/category/water/boats/", "/category/boats"), ("/category/water/boats/page/2/", "/category/boats/page/2"), ("/category/water/boats/feed/", "/category/boats/feed") })
        {
            var moved = await Client.GetAsync(old);
            Assert.Equal((HttpStatusCode.MovedPermanently, now), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        }

        foreach (var none in new[] { "/category/ferries", "/category/water/none", "/category/none/page/2/", "/author/lund", "/author/login", "/category/water/hidden/" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(none)).StatusCode);
        }

        Assert.Equal(["Hidden Name", "Ida Lund", "N. Osk"], (await Archive.VocabularyAsync(TermKind.Author)).Select(author => author.Term.Name));
        await foreach (var damage in Archive.CheckAsync(null))
        {
            Assert.Fail(damage.Why);
        }
    }

    [Fact]
    public async Task Plain_addresses_of_wordpress_lists_lead_to_the_lists_that_the_public_sees()
    {
        await using (var session = await Archive.BeginAsync())
        {
            await session.AddAsync(Ferry, null);
            await session.AddAsync(Ferry with { Slug = "hidden", Author = "Hidden Name", Categories = ["Hidden"], Headline = "Hidden", Status = CuttingStatus.Draft, Posted = PostedDate.Parse("2019-01-01") }, null);
            await session.ClaimTermAsync(TermKind.Category, "Ferries", "wordpress quay.example", "12");
            await session.ClaimTermAsync(TermKind.Category, "Hidden", "wordpress quay.example", "13");
            await session.ClaimTermAsync(TermKind.Category, "Nowhere", "wordpress quay.example", "14");
            await session.ClaimTermAsync(TermKind.Author, "N. Osk", "wordpress quay.example", "3");
            await session.ClaimTermAsync(TermKind.Author, "Hidden Name", "wordpress quay.example", "4");
            // Another blog's: what the public sees comes first.
            await session.ClaimTermAsync(TermKind.Category, "Hidden", "wordpress a.example", "12");
            await session.CommitAsync();
        }

        foreach (var (old, now) in new[]
        {
            ("/?cat=12", "/category/ferries"), ("/?author=3", "/author/n-osk"), ("/?m=2020", "/2020"), ("/?m=202005", "/2020/05"), ("/?m=20200525", "/2020/05"), ("/?m=20200525103000", "/2020/05"),
            ("/?cat=12&paged=2", "/category/ferries/page/2"), ("/?paged=2", "/page/2"), ("/?tag=old-boats", "/tag/old-boats"), ("/?category_name=coast/ferries&feed=rss2", "/category/coast/ferries/feed"), ("/?author_name=n-osk&paged=3", "/author/n-osk/page/3"),
            ("/feed/rss2", "/feed"), ("/category/ferries/feed/rss", "/category/ferries/feed"), ("/2020/05/25", "/2020/05"), ("/index.php", "/"), ("/index.php?p=12", "/?p=12"), ("/index.php/2020/05/ferry", "/2020/05/ferry"), ("/index.php//harbour.example/x", "/harbour.example/x"), ("/?cat=12&feed=rss2", "/category/ferries/feed"), ("/?author=3&feed=atom", "/author/n-osk/feed/atom"),
        })
        {
            var moved = await Client.GetAsync(old);
            Assert.Equal((HttpStatusCode.MovedPermanently, now), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        }

        foreach (var none in new[] { "/?cat=13", "/?cat=14", "/?cat=15", "/?cat=-12", "/?cat=", "/?cat=12x", "/?author=4", "/?author=12", "/?author=nosk", "/?m=2019", "/?m=201901", "/?m=202013", "/?m=20200", "/?m=", "/?m=x", "/?cat=99999999999999999999999" })
        {
            var answer = await Client.GetAsync(none);
            Assert.Equal((none, HttpStatusCode.NotFound), (none, answer.StatusCode));
            Assert.DoesNotContain("Hidden", await answer.Content.ReadAsStringAsync());
        }

        await using (var session = await Archive.BeginAsync())
        {
            await session.RenameAsync(TermKind.Category, "Ferries", "Boats");
            await session.ClaimTermAsync(TermKind.Category, "Hidden", "wordpress quay.example", "12");
            await session.CommitAsync();
        }

        Assert.Equal("/category/ferries", (await Client.GetAsync("/?cat=12")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_old_address_of_what_was_withdrawn_says_that_it_is_gone()
    {
        var stored = await AddAsync(Ferry with { Permalink = "https://old.example/2020/05/ferry/" });
        await using (var session = await Archive.BeginAsync())
        {
            await session.ClaimAsync("wordpress old.example", "42", stored.Number);
            await session.UpdateAsync(stored.Number, stored.Cutting with { Status = CuttingStatus.Withdrawn }, RevisionKind.Edited, null);
            await session.CommitAsync();
        }

        foreach (var old in new[] { "/2020/05/ferry/", "/?p=42" })
        {
            var gone = await Client.GetAsync(old);
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
            Assert.DoesNotContain("crew", await gone.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("/?after=garbage")]
    [InlineData("/?before=1.x")]
    [InlineData("/2020?after=")]
    [InlineData("/feed?after=garbage")]
    [InlineData("/citations.ris?after=garbage")]
    [InlineData("/sitemap.xml?part=1&after=garbage")]
    public async Task A_place_in_a_list_that_cannot_be_read_is_no_page(string address)
    {
        await AddAsync(Ferry);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_cutting_is_cited_as_a_newspaper_article()
    {
        await AddAsync(Ferry);
        Assert.Contains("name=\"citation_journal_title\" content=\"Harbour Echo\"", await Client.GetStringAsync("/cutting/ferry-runs-again"));
        var ris = await Client.GetStringAsync("/cutting/ferry-runs-again.ris");
        Assert.StartsWith("TY  - NEWS\r\n", ris);
        Assert.Contains("T2  - Harbour Echo\r\n", ris);
        Assert.Contains("journal = {Harbour Echo}", await Client.GetStringAsync("/category/ferries/citations.bib"));
        Assert.Equal("article-newspaper", JsonDocument.Parse(await Client.GetStringAsync("/cutting/ferry-runs-again.csl.json")).RootElement[0].GetProperty("type").GetString());
        Assert.Equal("Ferry & crew run again", JsonDocument.Parse(await Client.GetStringAsync("/cutting/ferry-runs-again.json")).RootElement.GetProperty("headline").GetString());
    }
}
