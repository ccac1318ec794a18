using System.Text;
using Cuttings.Fetching;
using Cuttings.Importing;
using Xunit;

namespace Cuttings.Import.Tests;

public class FetchedReadingTests
{
    private const string Feed = "<rss version='2.0'><channel><title>Harbour Echo</title><item><title>Ferry</title><link>/1</link></item><item/></channel></rss>";

    [Fact]
    public async Task A_fetched_feed_is_walked_as_one_in_a_file_is_but_that_its_address_is_known()
    {
        var items = await Read(Fetched("https://echo.example/feed", Feed));
        var incoming = Assert.Single(items).Cutting!;
        Assert.Equal(("https://echo.example/1", "https://echo.example/feed entry 1"), (incoming.Cutting.Sources[0].Url, incoming.Item));
        Assert.NotNull(incoming.Cutting.Sources[0].Editions[0].Captured);
        Assert.Equal("It is a feed without entries.", Assert.Single(await Read(Fetched("https://echo.example/feed", "<rss version='2.0'><channel/></rss>"))).Failed!.Why);
        Assert.StartsWith("It was damaged", (await Read(Fetched("https://echo.example/feed", Feed[..^6])))[^1].Failed!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_led_to_a_page_says_where()
    {
        const string Page = "<!DOCTYPE html><html><body><p>Welcome</p></body></html>";
        Assert.Equal("It is a web page, not a feed.", Assert.Single(await Read(Fetched("https://echo.example/feed", Page))).Failed!.Why);
        var led = Fetched("https://echo.example/", Page) with { Asked = "https://echo.example/feed", Redirects = [new("https://echo.example/", 302)] };
        Assert.Equal("It was led to https://echo.example/, which is a web page, not a feed.", Assert.Single(await Read(led)).Failed!.Why);
    }

    private static Fetched Fetched(string address, string body) => new()
    {
        Outcome = FetchOutcome.Fetched,
        Asked = address,
        Address = address,
        Status = 200,
        At = new(2012, 4, 5, 10, 0, 0, TimeSpan.Zero),
        Body = Encoding.UTF8.GetBytes(body),
    };

    private static async Task<List<ReadItem>> Read(Fetched fetched) => await FetchedReading.ReadAsync(fetched, ImportFormat.Feed, TestContext.Current.CancellationToken).ToListAsync();
}
