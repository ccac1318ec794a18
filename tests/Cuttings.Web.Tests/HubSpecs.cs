using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cuttings.Collecting;
using Cuttings.Fetching;
using Cuttings.Sources;
using Cuttings.Subscriptions;
using Xunit;

namespace Cuttings.Web.Tests;

/// <summary>What a WebSub hub may do at the callback that it was given, and what nobody may.</summary>
public sealed class HubSpecs : SiteUnderTest
{
    private const string Topic = "https://echo.example/feed";
    private const string News = """<rss version="2.0"><channel><title>Harbour Echo</title><item><title>Night ferry returns</title><link>https://echo.example/ferry</link><guid>1</guid></item></channel></rss>""";
    private static readonly string Secret = HubCallback.NewSecret();

    [Fact]
    public async Task A_lease_that_was_asked_for_is_confirmed_and_no_other()
    {
        var path = await FollowAsync();
        foreach (var wrong in new[] { "hub.mode=subscribe&hub.topic=https%3A%2F%2Fother.example%2F&hub.challenge=c", "hub.mode=unsubscribe&hub.topic=" + Uri.EscapeDataString(Topic) + "&hub.challenge=c", "hub.topic=" + Uri.EscapeDataString(Topic), "" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"{path}?{wrong}")).StatusCode);
        }

        Assert.Null((await OneAsync()).HubUntil);
        var answer = await Client.GetAsync($"{path}?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(Topic)}&hub.challenge=%3Cb%3Ehello&hub.lease_seconds=3600");
        Assert.Equal("<b>hello", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        var known = await OneAsync();
        Assert.InRange(known.HubUntil!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(61));
        Assert.True(known.HubRenew < known.HubUntil);

        // A hub that takes it back is believed: the feed is looked at as before.
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"{path}?hub.mode=denied&hub.topic={Uri.EscapeDataString(Topic)}&hub.reason=full")).StatusCode);
        Assert.Null((await OneAsync()).HubUntil);
    }

    [Fact]
    public async Task What_is_delivered_and_signed_lies_in_the_intake_at_once()
    {
        var path = await FollowAsync();
        Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync(path, News, Signed(News)));
        var entry = Assert.Single(await Archive.Sources.IntakeAsync(IntakeState.New, null, 10));
        Assert.Equal(("Night ferry returns", "https://echo.example/ferry"), (entry.Title, entry.Address));
        Assert.Equal(1, (await OneAsync()).Brought);

        // Again is nothing new.
        Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync(path, News, Signed(News)));
        Assert.Single(await Archive.Sources.IntakeAsync(IntakeState.New, null, 10));
    }

    [Fact]
    public async Task What_is_not_signed_is_thrown_away_without_a_word()
    {
        var path = await FollowAsync();
        foreach (var signature in new[] { null, "sha256=00", Signed("other"), Signed(News)[..^1], "md5=" + new string('0', 32) })
        {
            Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync(path, News, signature));
        }

        Assert.Empty(await Archive.Sources.IntakeAsync(IntakeState.New, null, 10));
    }

    [Fact]
    public async Task A_hub_without_tls_can_only_have_the_feed_looked_at_sooner()
    {
        var path = await FollowAsync("http://hub.example/");
        Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync(path, News, Signed(News)));
        Assert.Empty(await Archive.Sources.IntakeAsync(IntakeState.New, null, 10));
        Assert.InRange((await OneAsync()).Next!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task Nobody_is_told_at_an_address_that_is_not_known()
    {
        var path = await FollowAsync();
        foreach (var wrong in new[] { path + "x", path[..^1], "/websub/1/", "/websub/2/" + path.Split('/')[^1], "/websub/x/y", "/websub/" + path.Split('/')[^1], "/websub", "/websub/1/a/b" })
        {
            Assert.Equal(HttpStatusCode.Gone, await DeliverAsync(wrong, News, Signed(News)));
            Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"{wrong}?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(Topic)}&hub.challenge=c")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Client.DeleteAsync(path)).StatusCode);
        await using (var session = await Archive.BeginAsync())
        {
            await session.Sources.UnsubscribeAsync(1);
            await session.CommitAsync();
        }

        Assert.Equal(HttpStatusCode.Gone, await DeliverAsync(path, News, Signed(News)));
    }

    [Fact]
    public async Task A_delivery_beyond_the_limit_is_refused()
    {
        var path = await FollowAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await DeliverAsync(path, new string(' ', WebSub.LargestDelivery + 1), "sha1=0"));
    }

    [Fact]
    public async Task A_hub_is_asked_once_a_day_until_it_confirms_and_never_behind_a_proxy()
    {
        await FollowAsync();
        var hidden = new Recorded(mayName: false);
        await new HubAsking(Archive, hidden, "https://desk.example", TimeProvider.System).AskAsync();
        Assert.Empty(hidden.Asked);

        var open = new Recorded(mayName: true);
        var asking = new HubAsking(Archive, open, "https://desk.example", TimeProvider.System);
        await asking.AskAsync();
        await asking.AskAsync();
        var form = Encoding.UTF8.GetString(Assert.Single(open.Asked).Content!.Value.Span);
        Assert.Contains("hub.callback=" + Uri.EscapeDataString("https://desk.example" + HubCallback.Path(1, Secret)), form);
        Assert.Contains("hub.secret=" + Secret, form);
    }

    [Fact]
    public async Task A_lease_of_an_hour_is_asked_for_anew_before_it_ends()
    {
        await FollowAsync();
        foreach (var (renew, asked) in new[] { (TimeSpan.FromMinutes(30), 0), (TimeSpan.FromMinutes(-1), 1) })
        {
            await using (var session = await Archive.BeginAsync())
            {
                var now = DateTimeOffset.UtcNow;
                await session.Sources.UpdateAsync((await session.Sources.FindSubscriptionAsync(1))! with { HubAsked = now.AddMinutes(-54), HubUntil = now.AddMinutes(40), HubRenew = now + renew });
                await session.CommitAsync();
            }

            var open = new Recorded(mayName: true);
            await new HubAsking(Archive, open, "https://desk.example", TimeProvider.System).AskAsync();
            Assert.Equal(asked, open.Asked.Count);
        }
    }

    private async Task<string> FollowAsync(string hub = "https://hub.example/")
    {
        await using var session = await Archive.BeginAsync();
        var (kept, _) = await session.Sources.SubscribeAsync(new() { Address = Topic, Added = DateTimeOffset.UtcNow, Next = DateTimeOffset.UtcNow.AddDays(1), Hub = hub, HubTopic = Topic, HubSecret = Secret });
        await session.CommitAsync();
        return HubCallback.Path(kept.Id, Secret);
    }

    private async Task<Subscription> OneAsync() => Assert.Single(await Archive.Sources.SubscriptionsAsync());

    private static string Signed(string body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)));

    private async Task<HttpStatusCode> DeliverAsync(string path, string body, string? signature)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/rss+xml") };
        // So that the answer is read before the body is sent.
        message.Headers.ExpectContinue = true;
        if (signature is not null)
        {
            message.Headers.Add("X-Hub-Signature", signature);
        }

        return (await Client.SendAsync(message)).StatusCode;
    }

    // What would leave is what is looked at; nobody is there to be asked.
    private sealed class Recorded(bool mayName) : IGateway
    {
        public List<FetchRequest> Asked { get; } = [];

        public bool MayNameArchive => mayName;

        public ValueTask<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel = default)
        {
            Asked.Add(request);
            return ValueTask.FromResult(new Fetched { Asked = request.Address, Address = request.Address, Outcome = FetchOutcome.Fetched, Status = 202 });
        }
    }
}
