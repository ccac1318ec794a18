using Cuttings.Sources;
using Cuttings.Vocabulary;
using Xunit;

namespace Cuttings.Web.Tests.Sources;

public sealed class OriginalLinkSpecs : SourceSite
{
    private const string Original = "<a rel=\"noreferrer external\" href=\"https://echo.example/ferry?id=1\">";

    [Fact]
    public async Task A_source_of_which_nothing_is_known_is_linked_as_before()
    {
        await AddAsync(Citing);
        var page = await PageAsync();
        Assert.Contains(Original, page);
        Assert.DoesNotContain("/source/", page);
    }

    [Fact]
    public async Task Our_copy_is_linked_beside_the_original()
    {
        await CiteAsync(Citing);
        var id = await KeepAsync(Before, After);
        await FoundAsync(id, SourceState.Alive, 200, First.AddDays(3));
        Assert.Contains($"{Original}Ferry to run again, officials say</a> · <a href=\"/source/{id}\">our copy of <time datetime=\"2026-03-14\">14 March 2026</time></a>", await PageAsync());
        await RuleAsync(SourceRule.Full);
        Assert.Contains($"<a href=\"/source/{id}/edition/2/page\">our copy of", await PageAsync());
    }

    [Theory]
    [InlineData(SourceState.Gone, 404, "The original is gone since <time datetime=\"2026-05-03\">3 May 2026</time> (404)")]
    [InlineData(SourceState.SoftGone, 200, "though its server says otherwise (200)")]
    [InlineData(SourceState.Parked, 200, "its domain is parked")]
    public async Task A_dead_link_leads_to_our_copy_and_says_so(SourceState state, int status, string said)
    {
        await CiteAsync(Citing);
        var id = await KeepAsync(Before);
        await FoundAsync(id, SourceState.Alive, 200, First);
        var gone = new DateTimeOffset(2026, 5, 3, 9, 0, 0, TimeSpan.Zero);
        await FoundAsync(id, state, status, gone);
        await FoundAsync(id, SourceState.Unreachable, 0, gone.AddDays(1));
        await FoundAsync(id, state, status, gone.AddDays(7));
        foreach (var (rule, path) in new[] { (SourceRule.Passages, $"/source/{id}"), (SourceRule.Full, $"/source/{id}/edition/1/page"), (SourceRule.Facts, $"/source/{id}") })
        {
            await RuleAsync(rule);
            var page = await PageAsync();
            Assert.DoesNotContain(Original, page);
            Assert.Contains($"<a href=\"{path}\">Ferry to run again, officials say</a> · The original is gone since", page);
            Assert.Contains(said, page);
            Assert.Contains($"<a href=\"{path}\">our copy of <time datetime=\"2026-03-12\">12 March 2026</time></a>", page);
        }

        Assert.DoesNotContain(Original, await Client.GetStringAsync($"/source/{id}"));
    }

    [Fact]
    public async Task A_dead_link_without_a_copy_says_so()
    {
        await CiteAsync(Citing);
        await FoundAsync(1, SourceState.Gone, 410, First);
        var page = await PageAsync();
        Assert.DoesNotContain(Original, page);
        Assert.Contains("(410); <a href=\"/source/1\">no copy of it is kept</a>", page);
    }

    [Fact]
    public async Task A_copy_is_named_with_the_time_where_another_is_of_its_day()
    {
        await CiteAsync(Citing);
        var id = await KeepAsync(Before, After with { Captured = First.AddMinutes(30) });
        Assert.Contains("our copy of <time datetime=\"2026-03-12T22:45:30Z\">12 March 2026, 22:45 UTC</time></a>", await PageAsync());
        await FoundAsync(id, SourceState.Gone, 404, First.AddDays(9));
        Assert.Contains("our copy of <time datetime=\"2026-03-12T22:45:30Z\">12 March 2026, 22:45 UTC</time></a>", await PageAsync());
    }

    [Fact]
    public async Task A_source_that_moved_says_where()
    {
        await CiteAsync(Citing);
        var id = await KeepAsync(Before);
        await FoundAsync(id, SourceState.Alive, 200, First, movedTo: "https://echo.example/new");
        Assert.Contains("moved to <a rel=\"noreferrer external\" href=\"https://echo.example/new\">", await PageAsync());
    }

    [Fact]
    public async Task A_collation_leads_to_no_dead_link_either()
    {
        await CiteAsync(Citing with { Sources = [Citing.Sources[0] with { Editions = [new() { Captured = First, Text = ["The ferry sailed again on Tuesday.", "It carried 214 passengers."] }] }] });
        var id = await KeepAsync(Before);
        foreach (var view in new[] { "", "?view=side" })
        {
            Assert.Contains("href=\"https://echo.example/ferry?id=1", await Client.GetStringAsync("/cutting/ferry-runs-again/collation" + view));
        }

        await FoundAsync(id, SourceState.Gone, 404, First.AddDays(9));
        foreach (var view in new[] { "", "?view=side" })
        {
            var page = await Client.GetStringAsync("/cutting/ferry-runs-again/collation" + view);
            Assert.DoesNotContain("href=\"https://echo.example", page);
            Assert.Contains("The original is gone since", page);
        }
    }

    private Task<string> PageAsync() => Client.GetStringAsync("/cutting/ferry-runs-again");
}
