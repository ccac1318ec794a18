using Cuttings.Excerpts;
using Xunit;

namespace Cuttings.Web.Tests;

public sealed class SearchPageSpecs : SiteUnderTest
{
    [Theory]
    [InlineData("storm")]
    [InlineData("stor*")]
    [InlineData("\"the storm\"")]
    public async Task A_headline_weighs_more_than_a_body_and_shows_its_hits(string query)
    {
        await AddAsync(Ferry with { Slug = "body", Headline = "Onions", Excerpt = Excerpt.OfParagraphs("There was no storm, the storm of storms: the storm.") });
        await AddAsync(Ferry with { Slug = "headline", Headline = "How the storm closed the <strait> for the longest spell in forty years", Excerpt = Excerpt.OfParagraphs(string.Join(' ', Enumerable.Repeat("About the twenty-fifth the wind went round to the north and stayed.", 20))) });
        await Search.CatchUpAsync();
        var page = await Client.GetStringAsync("/search?q=" + Uri.EscapeDataString(query));
        var (headline, body) = (page.IndexOf("/cutting/headline\"", StringComparison.Ordinal), page.IndexOf("/cutting/body\"", StringComparison.Ordinal));
        Assert.InRange(headline, 1, body);
        Assert.Contains("<mark>storm</mark> closed ", page);
        Assert.Contains("&lt;strait&gt; for", page);
    }

    [Theory]
    [InlineData("AND", "holds no word to search for")]
    [InlineData("\"", "holds no word to search for")]
    [InlineData("**", "holds no word to search for")]
    [InlineData("before:2020-13", "“2020-13” is none")]
    public async Task A_search_of_nothing_but_signs_finds_nothing_and_says_so(string query, string said)
    {
        await AddAsync(Ferry);
        await Search.CatchUpAsync();
        var page = await Client.GetStringAsync("/search?q=" + Uri.EscapeDataString(query));
        Assert.Contains("data-total=\"0\"", page);
        Assert.Contains(said, page);
        Assert.DoesNotContain("Try fewer words", page);
    }
}
