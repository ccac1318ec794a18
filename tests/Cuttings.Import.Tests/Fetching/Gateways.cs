using System.Net;
using System.Net.Sockets;
using Cuttings.Fetching;
using Cuttings.Import.Fetching;
using Cuttings.Import.Fetching.Addresses;
using Cuttings.Import.Fetching.Connecting;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>Gateways with limits that a test can wait for, and without a pause.</summary>
internal static class Gateways
{
    public static GatewaySettings Settings(params IEnumerable<RawServer> allowed) => new()
    {
        ConnectWithin = TimeSpan.FromSeconds(5),
        HeadWithin = TimeSpan.FromSeconds(1),
        PaceWithin = TimeSpan.FromSeconds(1),
        PaceBytes = 1_000,
        WholeWithin = TimeSpan.FromSeconds(4),
        ReceivedLimit = 1 << 20,
        BodyLimit = 2 << 20,
        LeastPause = TimeSpan.Zero,
        TestEndpoints = TestEndpoints.Of(allowed.Select(server => server.Endpoint)),
    };

    public static Gateway Of(params IEnumerable<RawServer> allowed) => new(Settings(allowed), TimeProvider.System);

    public static async Task<Fetched> FetchAsync(this Gateway gateway, string address, FetchPurpose purpose = FetchPurpose.Scheduled) =>
        await gateway.FetchAsync(new FetchRequest(address) { Purpose = purpose });
}

/// <summary>A resolver whose every answer is told beforehand.</summary>
internal sealed class ToldNames(params string[][] answers) : INameResolver
{
    private int asked;

    public int Asked => Volatile.Read(ref asked);

    public Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancel)
    {
        var n = Interlocked.Increment(ref asked) - 1;
        return answers.Length == 0 ? throw new SocketException((int)SocketError.HostNotFound) : Task.FromResult(answers[Math.Min(n, answers.Length - 1)].Select(IPAddress.Parse).ToArray());
    }
}
