using Cuttings.Collecting;
using Cuttings.Fetching;
using Xunit;

namespace Cuttings.Tests.Collecting;

public class NetworkSenseTests
{
    private readonly HashSet<string> reached = [];
    private readonly NetworkSense sense;

    public NetworkSenseTests() => sense = new(new Net(reached), TimeProvider.System);

    [Fact]
    public async Task Where_nothing_is_reached_the_trouble_is_our_own_and_counts_against_nobody()
    {
        Assert.Equal([FetchOutcome.Unreachable, FetchOutcome.Unreachable, FetchOutcome.Later, FetchOutcome.Later], await OutcomesAsync("a", "b", "c", "a"));
        var put = await sense.FetchAsync(new("https://d.example/"));
        Assert.Equal(0, put.Status);
        Assert.InRange(put.RetryAfter!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
        Assert.Contains("the network here seems to be down (No way to d.example.)", put.Why);
    }

    [Fact]
    public async Task One_server_that_answers_shows_that_the_network_is_there()
    {
        reached.Add("https://up.example/");
        await OutcomesAsync("a", "b", "c");
        Assert.Equal([FetchOutcome.NotFound, FetchOutcome.Unreachable, FetchOutcome.Unreachable, FetchOutcome.Later], await OutcomesAsync("up", "a", "b", "c"));
    }

    [Fact]
    public async Task One_server_that_is_down_is_no_network_that_is_down()
    {
        Assert.All(await OutcomesAsync("a", "a", "a", "a", "a", "a"), outcome => Assert.Equal(FetchOutcome.Unreachable, outcome));
    }

    [Fact]
    public async Task What_an_editor_asks_for_by_hand_is_told_as_it_is()
    {
        await OutcomesAsync("a", "b", "c");
        Assert.Equal(FetchOutcome.Unreachable, (await sense.FetchAsync(new("https://d.example/") { Purpose = FetchPurpose.ByHand })).Outcome);
    }

    private async Task<List<FetchOutcome>> OutcomesAsync(params string[] hosts)
    {
        var outcomes = new List<FetchOutcome>();
        foreach (var host in hosts)
        {
            outcomes.Add((await sense.FetchAsync(new($"https://{host}.example/"))).Outcome);
        }

        return outcomes;
    }

    // What a gateway says of servers, without any.
    private sealed class Net(HashSet<string> reached) : IGateway
    {
        public bool MayNameArchive => true;

        public ValueTask<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel = default) => ValueTask.FromResult(reached.Contains(request.Address)
            ? new Fetched { Asked = request.Address, Address = request.Address, Outcome = FetchOutcome.NotFound, Status = 404, Why = "404" }
            : new Fetched { Asked = request.Address, Address = request.Address, Outcome = FetchOutcome.Unreachable, Why = $"No way to {new Uri(request.Address).Host}." });
    }
}
