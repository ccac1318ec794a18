using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cuttings.Dating;
using Xunit;

namespace Cuttings.Web.Tests;

public sealed class CitationSpecs : SiteUnderTest
{
    [Theory]
    [InlineData("2020-05-25", "2020/05/25", "datetime=\"2020-05-25\"", "2020-05-25")]
    [InlineData("2020-05", "2020/05", "datetime=\"2020-05\"", "2020-05")]
    [InlineData("2020", "2020", "datetime=\"2020\"", "2020")]
    [InlineData("2020-07/2020-08", "2020", "<span>July 2020 to August 2020</span>", "2020-07/2020-08")]
    [InlineData("2020-05-25~", "2020/05", "<span>about 25 May 2020</span>", null)]
    [InlineData("201X", null, "<span>some time in the 2010s</span>", null)]
    public async Task A_date_is_cited_as_far_as_it_is_certain(string posted, string? certain, string shown, string? iso)
    {
        await AddAsync(Ferry with { Posted = PostedDate.Parse(posted) });
        var page = await Client.GetStringAsync("/cutting/ferry-runs-again");
        Assert.Equal(certain, Find(page, "name=\"citation_publication_date\" content=\"([^\"]*)\""));
        Assert.Contains(shown, page);
        Assert.Equal(iso, JsonDocument.Parse(Find(page, "<script type=\"application/ld\\+json\">(.*?)</script>")!).RootElement.TryGetProperty("datePublished", out var date) ? date.GetString() : null);
        var ris = await Client.GetStringAsync("/cutting/ferry-runs-again.ris");
        Assert.Equal(certain, Find(ris, "DA  - ([^\r]*)"));
        Assert.Equal(certain?[..4], Find(ris, "PY  - ([^\r]*)"));
        Assert.Contains($"date = {{{posted}}}", await Client.GetStringAsync("/cutting/ferry-runs-again.bib"));
        var csl = JsonDocument.Parse(await Client.GetStringAsync("/cutting/ferry-runs-again.csl.json")).RootElement[0];
        Assert.Equal(certain, csl.TryGetProperty("issued", out var issued) ? string.Join('/', issued.GetProperty("date-parts")[0].EnumerateArray().Select(part => part.GetInt32().ToString("00"))) : null);
    }

    [Fact]
    public async Task A_search_is_cited_a_hundred_hits_at_a_time()
    {
        for (var n = 0; n < 103; n++)
        {
            await AddAsync(Ferry with { Slug = null, Headline = $"Boat {n}" });
        }

        await Search.CatchUpAsync();
        var first = await Client.GetAsync("/search/citations.csl.json?q=boat&sort=oldest");
        Assert.Equal(100, JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement.GetArrayLength());
        var next = Find(first.Headers.GetValues("Link").Single(), "<([^>]*)>; rel=\"next\"")!;
        var rest = await Client.GetAsync(next);
        Assert.Equal(3, JsonDocument.Parse(await rest.Content.ReadAsStringAsync()).RootElement.GetArrayLength());
        Assert.False(rest.Headers.Contains("Link"));
        Assert.Equal(1, (await Client.GetStringAsync("/search/citations.ris?q=%22boat+17%22")).Split("TY  - NEWS").Length - 1);
        Assert.StartsWith("@article{", await Client.GetStringAsync("/search/citations.bib?q=boat"));
        Assert.Equal("", await Client.GetStringAsync("/search/citations.ris"));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync("/search/citations.doc?q=boat")).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/category/ferries")]
    [InlineData("/search?q=ferry&sort=newest")]
    public async Task A_list_and_a_search_lead_to_their_citations(string address)
    {
        await AddAsync(Ferry);
        await Search.CatchUpAsync();
        var page = await Client.GetStringAsync(address);
        foreach (var form in new[] { "ris", "bib", "csl.json" })
        {
            var link = WebUtility.HtmlDecode(Find(page, $"href=\"([^\"]*/citations\\.{form}[^\"]*)\"")!);
            Assert.Equal(address.Split('?').ElementAtOrDefault(1), link.Split('?').ElementAtOrDefault(1));
            Assert.Contains("Harbour Echo", await Client.GetStringAsync(link));
        }
    }

    private static string? Find(string text, string pattern) => Regex.Match(text, pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Groups[1].Value : null;
}
