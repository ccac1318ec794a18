using Cuttings.Fetching;
using Cuttings.Import.Fetching;
using Cuttings.Import.Fetching.Answers;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>The same through the gateway, as servers see it.</summary>
public sealed class PolitenessOverTheWire
{
    private readonly TimeSpan pause = TimeSpan.FromMilliseconds(120);

    [Fact]
    public async Task Between_any_two_requests_to_a_host_lies_the_pause_and_two_are_never_there_at_once()
    {
        var (there, most) = (0, 0);
        await using var server = new RawServer(async call =>
        {
            most = Math.Max(most, Interlocked.Increment(ref there));
            await Task.Delay(20);
            Interlocked.Decrement(ref there);
            await call.SendAsync(call.Path == "/2" ? "HTTP/1.1 302 Found\r\nLocation: /moved\r\n\r\n" : RawServer.Page("fine"));
        }, answersRobots: false);
        await using var gateway = new Gateway(Gateways.Settings(server) with { LeastPause = pause }, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => gateway.FetchAsync($"{server.Address}{n}", n == 3 ? FetchPurpose.ByHand : FetchPurpose.Scheduled)));
        var calls = server.Calls.OrderBy(call => call.At).ToList();
        Assert.Equal(6, calls.Count);
        Assert.Equal("/robots.txt", calls[0].Path);
        Assert.Equal(1, most);
        foreach (var (one, next) in calls.Zip(calls.Skip(1)))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(one.At, next.At) >= pause, $"{one.Path}, {next.Path}");
        }
    }

    [Fact]
    public async Task A_crawl_delay_binds_schedules_within_its_cap()
    {
        await using var server = new RawServer(call => call.SendAsync(RawServer.Page(call.Path == "/robots.txt" ? "User-agent: *\nCrawl-delay: 500" : "fine")), answersRobots: false);
        await using var gateway = new Gateway(Gateways.Settings(server) with { CrawlDelayLimit = pause * 3 }, TimeProvider.System);
        await gateway.FetchAsync(server.Address);
        await gateway.FetchAsync(server.Address + "2");
        var calls = server.Calls.ToList();
        Assert.True(TimeProvider.System.GetElapsedTime(calls[1].At, calls[2].At) >= pause * 3);
    }

    [Theory]
    [InlineData("Retry-After: 120\r\n", 120)]
    [InlineData("Retry-After: Tue, 03 Nov 2026 08:05:00 GMT\r\nDate: Tue, 03 Nov 2026 08:00:00 GMT\r\n", 300)]
    [InlineData("Retry-After: 99999999999999999999999\r\n", 86_400)]
    public async Task Who_asks_to_wait_is_answered_at_once_by_ourselves_until_then(string headers, int seconds)
    {
        var time = new ManualTime();
        var answer = RawServer.Page("busy", headers, 503);
        await using var server = new RawServer(call => call.SendAsync(answer));
        await using var gateway = new Gateway(Gateways.Settings(server), time);
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.Equal((FetchOutcome.Later, 503, TimeSpan.FromSeconds(seconds)), (fetched.Outcome, fetched.Status, fetched.RetryAfter - time.GetUtcNow()));
        fetched = await gateway.FetchAsync(server.Address + "other", FetchPurpose.ByHand);
        Assert.Equal((FetchOutcome.Later, 0, TimeSpan.FromSeconds(seconds)), (fetched.Outcome, fetched.Status, fetched.RetryAfter - time.GetUtcNow()));
        Assert.Single(server.Calls);
        answer = RawServer.Page("fine");
        await time.PassAsync(TimeSpan.FromSeconds(seconds + 1));
        Assert.Equal(FetchOutcome.Fetched, (await gateway.FetchAsync(server.Address, FetchPurpose.ByHand)).Outcome);
    }

    [Fact]
    public async Task Too_many_without_a_time_is_backed_off_from()
    {
        await using var server = new RawServer(RawServer.Page("slow down", status: 429));
        await using var gateway = Gateways.Of(server);
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.Equal(FetchOutcome.Later, fetched.Outcome);
        Assert.InRange((fetched.RetryAfter!.Value - DateTimeOffset.UtcNow).TotalSeconds, 15, 40);
        Assert.Equal((FetchOutcome.Later, 0), ((await gateway.FetchAsync(server.Address)).Outcome, (await gateway.FetchAsync(server.Address)).Status));
    }

    [Theory]
    [InlineData("max-age=60", null, null, null, 60)]
    [InlineData("public, MAX-AGE=60", null, null, "20", 40)]
    [InlineData("max-age=60", null, null, "90", 0)]
    [InlineData("no-cache, max-age=60", null, null, null, 0)]
    [InlineData("no-store", null, null, null, 0)]
    [InlineData("max-age=sixty", null, null, null, null)]
    [InlineData("max-age=99999999999999999999", null, null, null, 315_360_000)]
    [InlineData(null, "Tue, 03 Nov 2026 09:00:00 GMT", "Tue, 03 Nov 2026 08:00:00 GMT", null, 3_600)]
    [InlineData(null, "Tue, 03 Nov 2026 07:00:00 GMT", "Tue, 03 Nov 2026 08:00:00 GMT", null, 0)]
    [InlineData(null, "Tuesday, 03-Nov-26 09:00:00 GMT", "Tue Nov  3 08:00:00 2026", null, 3_600)]
    [InlineData(null, "0", null, null, 0)]
    [InlineData(null, null, "Tue, 03 Nov 2026 08:00:00 GMT", null, null)]
    public void How_long_an_answer_is_fresh_is_read(string? control, string? expires, string? date, string? age, int? seconds) =>
        Assert.Equal(seconds, (int?)Freshness.FreshFor(AnswerHeaders.None with { CacheControl = control, Expires = expires, Date = date, Age = age })?.TotalSeconds);
}
