using System.Diagnostics;
using Cuttings.Fetching;
using Cuttings.Import.Fetching;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>robots.txt binds schedules; what an editor asks for by hand is fetched, and that is told.</summary>
public sealed class RobotsBind
{
    private const string Closed = "User-agent: *\nDisallow: /closed\nCrawl-delay: 3600\n";

    [Fact]
    public async Task Schedules_keep_out_and_hands_are_recorded()
    {
        await using var server = Serving(_ => RawServer.Page(Closed));
        await using var gateway = new Gateway(Gateways.Settings(server) with { CrawlDelayLimit = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);
        var kept = await gateway.FetchAsync(server.Address + "closed/1");
        Assert.Equal((FetchOutcome.RefusedByRobots, 0, true), (kept.Outcome, kept.Status, kept.Why!.Contains("robots.txt")));
        Assert.Equal((FetchOutcome.Fetched, false), Of(await gateway.FetchAsync(server.Address + "open")));
        Assert.Equal((FetchOutcome.Fetched, true), Of(await gateway.FetchAsync(server.Address + "closed/1", FetchPurpose.ByHand)));
        Assert.Equal((FetchOutcome.Fetched, false), Of(await gateway.FetchAsync(server.Address + "open", FetchPurpose.ByHand)));
        Assert.Equal(["/robots.txt", "/open", "/closed/1", "/open"], server.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task A_redirect_leads_into_no_place_that_is_closed()
    {
        await using var other = Serving(_ => RawServer.Page(Closed));
        await using var server = Serving(_ => RawServer.Page("", status: 404), $"HTTP/1.1 302 Found\r\nLocation: {other.Address}closed\r\n\r\n");
        await using var gateway = Gateways.Of(server, other);
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.Equal((FetchOutcome.RefusedByRobots, other.Address + "closed"), (fetched.Outcome, fetched.Address));
        Assert.Equal(["/robots.txt"], other.Calls.Select(call => call.Path));
    }

    [Theory]
    [InlineData(404, FetchOutcome.Fetched)]
    [InlineData(401, FetchOutcome.Fetched)]
    [InlineData(403, FetchOutcome.Fetched)]
    [InlineData(410, FetchOutcome.Fetched)]
    [InlineData(200, FetchOutcome.Fetched)]
    [InlineData(429, FetchOutcome.Later)]
    [InlineData(500, FetchOutcome.RefusedByRobots)]
    [InlineData(503, FetchOutcome.RefusedByRobots)]
    [InlineData(700, FetchOutcome.BadAnswer)]
    public async Task What_cannot_be_had_allows_all_and_what_fails_forbids_all(int status, FetchOutcome outcome)
    {
        await using var server = Serving(_ => RawServer.Page("", status: status));
        await using var gateway = Gateways.Of(server);
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.Equal(outcome, fetched.Outcome);
        Assert.Equal(outcome == FetchOutcome.Fetched, fetched.Why is null);
    }

    [Theory]
    [InlineData(5, FetchOutcome.RefusedByRobots)]
    [InlineData(6, FetchOutcome.Fetched)]
    public async Task Redirects_of_robots_txt_are_followed_five_times(int redirects, FetchOutcome outcome)
    {
        await using var server = new RawServer(call => call.SendAsync(call.Path switch
        {
            "/robots.txt" => "HTTP/1.1 301 Moved\r\nLocation: /r1\r\n\r\n",
            ['/', 'r', .. var n] when int.Parse(n) < redirects => $"HTTP/1.1 301 Moved\r\nLocation: /r{int.Parse(n) + 1}\r\n\r\n",
            ['/', 'r', ..] => RawServer.Page(Closed),
            _ => RawServer.Page("fine"),
        }), answersRobots: false);
        await using var gateway = Gateways.Of(server);
        Assert.Equal(outcome, (await gateway.FetchAsync(server.Address + "closed")).Outcome);
    }

    [Fact]
    public async Task A_robots_txt_that_hangs_binds_schedules_and_hardly_holds_up_a_hand()
    {
        await using var server = new RawServer(call => call.Path == "/robots.txt" ? call.HangAsync() : call.SendAsync(RawServer.Page("fine")), answersRobots: false);
        await using var gateway = new Gateway(Gateways.Settings(server) with { RobotsWithin = TimeSpan.FromMilliseconds(600), RobotsByHandWithin = TimeSpan.FromMilliseconds(300) }, TimeProvider.System);
        var clock = Stopwatch.StartNew();
        Assert.Equal((FetchOutcome.Fetched, false), Of(await gateway.FetchAsync(server.Address, FetchPurpose.ByHand)));
        Assert.InRange(clock.Elapsed, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(4));
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.True(fetched.Outcome is FetchOutcome.TimedOut or FetchOutcome.Later, $"{fetched.Outcome}");
    }

    [Fact]
    public async Task It_is_asked_once_for_all_who_want_it_and_once_a_day()
    {
        var time = new ManualTime();
        var says = RawServer.Page("User-agent: *\nDisallow: /a\n");
        await using var server = Serving(_ => says);
        await using var gateway = new Gateway(Gateways.Settings(server), time);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => gateway.FetchAsync($"{server.Address}b{n}")));
        Assert.Single(Robots(server));

        await time.PassAsync(TimeSpan.FromHours(23));
        says = RawServer.Page("User-agent: *\nDisallow: /b\n");
        Assert.Equal(FetchOutcome.Fetched, (await gateway.FetchAsync(server.Address + "b")).Outcome);
        Assert.Single(Robots(server));

        // Neither does a clock set to another year make it old.
        time.Set(new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(FetchOutcome.Fetched, (await gateway.FetchAsync(server.Address + "b")).Outcome);
        await time.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(FetchOutcome.RefusedByRobots, (await gateway.FetchAsync(server.Address + "b")).Outcome);
        Assert.Equal(2, Robots(server).Count());
    }

    [Fact]
    public async Task An_old_copy_stands_in_for_thirty_days()
    {
        var time = new ManualTime();
        var says = RawServer.Page("User-agent: *\nDisallow: /a\n");
        await using var server = Serving(_ => says);
        await using var gateway = new Gateway(Gateways.Settings(server), time);
        Assert.Equal(FetchOutcome.Fetched, (await gateway.FetchAsync(server.Address + "b")).Outcome);
        says = RawServer.Page("", status: 500);
        await time.PassAsync(TimeSpan.FromDays(29));
        Assert.Equal(FetchOutcome.Fetched, (await gateway.FetchAsync(server.Address + "b")).Outcome);
        Assert.Equal(FetchOutcome.RefusedByRobots, (await gateway.FetchAsync(server.Address + "a")).Outcome);
        await time.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(FetchOutcome.RefusedByRobots, (await gateway.FetchAsync(server.Address + "b")).Outcome);
    }

    [Fact]
    public async Task A_robots_txt_without_end_is_cut_off()
    {
        await using var server = new RawServer(async call =>
        {
            await call.SendAsync(call.Path == "/robots.txt" ? "HTTP/1.1 200 OK\r\n\r\n" + Closed : RawServer.Page("fine"));
            for (var i = 0; call.Path == "/robots.txt" && i < 500; i++)
            {
                await call.SendAsync(new string('#', 4_096));
            }
        }, answersRobots: false);
        await using var gateway = Gateways.Of(server);
        Assert.Equal(FetchOutcome.RefusedByRobots, (await gateway.FetchAsync(server.Address + "closed")).Outcome);
        Assert.Equal(1, server.Connections);
    }

    private static RawServer Serving(Func<Call, string> robots, string page = "") =>
        new(call => call.SendAsync(call.Path == "/robots.txt" ? robots(call) : page.Length > 0 ? page : RawServer.Page("fine")), answersRobots: false);

    private static IEnumerable<Call> Robots(RawServer server) => server.Calls.Where(call => call.Path == "/robots.txt");

    private static (FetchOutcome Outcome, bool AgainstRobots) Of(Fetched fetched) => (fetched.Outcome, fetched.AgainstRobots);
}
