using Cuttings.Articles;
using Cuttings.Collecting;
using Cuttings.Excerpts;
using Cuttings.Fetching;
using Cuttings.Sources;
using Xunit;

namespace Cuttings.Tests.Collecting;

public sealed class VanishingTests
{
    private const string Asked = "https://harbour-echo.example/2026/night-ferry";

    private static Fetched Answer => new() { Outcome = FetchOutcome.Fetched, Asked = Asked, Address = Asked, Status = 200 };

    private static PageContent Article(string title, string text) => new() { Articles = [new() { Title = title, Body = Excerpt.OfParagraphs(text) }] };

    private static string Long => string.Concat(Enumerable.Repeat("The night ferry left the quay at ten with two hundred aboard. ", 20));

    [Theory]
    [InlineData(FetchOutcome.NotModified, 304, SourceState.Alive)]
    [InlineData(FetchOutcome.NotFound, 404, SourceState.Gone)]
    [InlineData(FetchOutcome.Gone, 410, SourceState.Gone)]
    [InlineData(FetchOutcome.Denied, 403, SourceState.Denied)]
    [InlineData(FetchOutcome.RefusedByRobots, 0, SourceState.NotAllowed)]
    [InlineData(FetchOutcome.ErrorStatus, 500, SourceState.Unreachable)]
    [InlineData(FetchOutcome.TimedOut, 0, SourceState.Unreachable)]
    public void What_the_server_says_is_taken_at_its_word(FetchOutcome outcome, int status, SourceState state) =>
        Assert.Equal(state, Vanishing.Tell(Asked, Answer with { Outcome = outcome, Status = status }, null).State);

    [Theory]
    [InlineData("Page not found | Harbour Echo")]
    [InlineData("404 - Harbour Echo")]
    [InlineData("요청하신 페이지를 찾을 수 없습니다")]
    [InlineData("页面不存在")]
    public void A_short_page_that_says_it_is_not_there_is_gone_with_status_200_too(string title)
    {
        Assert.Equal(SourceState.SoftGone, Vanishing.Tell(Asked, Answer, new() { Title = title, Why = "It is no article." }).State);
        Assert.Equal(SourceState.SoftGone, Vanishing.Tell(Asked, Answer, Article(title, "Try the search.")).State);
    }

    [Theory]
    [InlineData("Lost key to the lighthouse not found after a year")]
    [InlineData("Flight 404 lands at last")]
    [InlineData("The night ferry")]
    public void An_article_that_only_speaks_of_such_things_is_there(string title) =>
        Assert.Equal(SourceState.Alive, Vanishing.Tell(Asked, Answer, Article(title, Long)).State);

    [Fact]
    public void An_address_that_leads_to_the_front_page_is_gone()
    {
        var led = Answer with { Address = "https://harbour-echo.example/", Redirects = [new(Asked, 302)] };
        Assert.Equal(SourceState.SoftGone, Vanishing.Tell(Asked, led, Article("Harbour Echo", Long)).State);
        var moved = led with { Address = "https://harbour-echo.example/news/night-ferry" };
        Assert.Equal(SourceState.Alive, Vanishing.Tell(Asked, moved, Article("The night ferry", Long)).State);
        var home = Answer with { Address = "https://harbour-echo.example/", Redirects = [new("http://harbour-echo.example/", 301)] };
        Assert.Equal(SourceState.Alive, Vanishing.Tell("http://harbour-echo.example/", home, Article("Harbour Echo", Long)).State);
    }

    [Fact]
    public void A_domain_for_sale_is_parked_and_an_article_about_one_is_not()
    {
        var sale = Answer with { Body = "<title>harbour-echo.example</title><h1>This domain is for sale!</h1>"u8.ToArray() };
        Assert.Equal(SourceState.Parked, Vanishing.Tell(Asked, sale, new() { Title = "harbour-echo.example", Why = "It is no article." }).State);
        Assert.Equal(SourceState.Parked, Vanishing.Tell(Asked, sale, Article("harbour-echo.example", "Make an offer.")).State);
        Assert.Equal(SourceState.Alive, Vanishing.Tell(Asked, sale, Article("A domain is for sale", Long)).State);
    }
}
