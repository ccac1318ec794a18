using System.Net;
using System.Text.Json;
using Cuttings.Archiving;
using Cuttings.Dating;
using Xunit;

namespace Cuttings.Web.Tests;

public sealed class ApiSpecs : SiteUnderTest
{
    [Fact]
    public async Task Cuttings_are_listed_filtered_and_paged_without_loss()
    {
        for (var n = 0; n < 7; n++)
        {
            await AddAsync(Ferry with { Slug = null, Headline = $"Boat {n}", Categories = n % 2 == 0 ? ["Ferries"] : ["Salt"], Posted = PostedDate.Parse($"2020-05-0{n + 1}") });
        }

        var headlines = new List<string>();
        for (var next = "/api/v1/cuttings?limit=3"; next is not null;)
        {
            var page = await JsonAsync(next);
            Assert.Equal(7, page.GetProperty("total").GetInt32());
            headlines.AddRange(page.GetProperty("cuttings").EnumerateArray().Select(item => item.GetProperty("cutting").GetProperty("headline").GetString()!));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(n => $"Boat {n}"), headlines);
        Assert.Equal(4, (await JsonAsync("/api/v1/cuttings?category=ferries")).GetProperty("total").GetInt32());
        Assert.Equal(7, (await JsonAsync("/api/v1/cuttings?month=2020-05")).GetProperty("total").GetInt32());
        await Search.CatchUpAsync();
        Assert.Equal(1, (await JsonAsync("/api/v1/cuttings?q=boat+3")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_cutting_comes_as_its_exchange_object_in_an_envelope()
    {
        var stored = await AddAsync(Ferry with { Id = "wp/17 ?", Sources = [new() { Url = "https://echo.example/1", Editions = [new() { Text = ["The whole article."] }] }] });
        var item = await JsonAsync("/api/v1/cuttings/" + Uri.EscapeDataString(stored.Cutting.Id!));
        Assert.Equal(stored.Number, item.GetProperty("number").GetInt64());
        Assert.Equal(stored.Revision, item.GetProperty("revision").GetInt64());
        Assert.EndsWith("/cutting/ferry-runs-again", item.GetProperty("address").GetString());
        Assert.Equal("[Harbour Echo]", item.GetProperty("cutting").GetProperty("credit").GetString());
        Assert.DoesNotContain("The whole article", item.GetRawText());
    }

    [Fact]
    public async Task Changes_follow_the_revisions_and_drop_what_was_withdrawn()
    {
        var one = await AddAsync(Ferry);
        await AddAsync(Ferry with { Slug = null, Headline = "Two" });
        var first = await JsonAsync("/api/v1/changes?since=0");
        Assert.Equal(2, first.GetProperty("changes").GetArrayLength());
        await using (var session = await Archive.BeginAsync())
        {
            await session.UpdateAsync(one.Number, one.Cutting with { Status = CuttingStatus.Withdrawn }, RevisionKind.Edited, null);
            await session.CommitAsync();
        }

        var then = await JsonAsync($"/api/v1/changes?since={first.GetProperty("last").GetInt64()}");
        var change = Assert.Single(then.GetProperty("changes").EnumerateArray());
        Assert.Equal(one.Number, change.GetProperty("number").GetInt64());
        Assert.Equal(JsonValueKind.Null, change.GetProperty("cutting").ValueKind);
        Assert.False(then.GetProperty("more").GetBoolean());
        Assert.Empty((await JsonAsync($"/api/v1/changes?since={then.GetProperty("last").GetInt64()}")).GetProperty("changes").EnumerateArray());
    }

    [Theory]
    [InlineData("/api/v1/cuttings?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/cuttings?limit=many", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/cuttings?after=there", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/cuttings?month=2020-13", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/cuttings?category=a&tag=b", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/cuttings?category=none", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/cuttings/none", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/changes", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/changes?since=-1", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/else", HttpStatusCode.NotFound)]
    public async Task An_error_is_a_sentence(string address, HttpStatusCode status)
    {
        var answer = await Client.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.NotEmpty(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetString()!);
    }

    private async Task<JsonElement> JsonAsync(string address) => JsonDocument.Parse(await Client.GetStringAsync(address)).RootElement;
}
