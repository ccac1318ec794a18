using System.Diagnostics;
using System.Net;
using System.Text;
using Cuttings.Fetching;
using Cuttings.Import.Fetching;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>Servers that hang, drip, lie and flood: each ends within its limits, with one sentence, and holds up nobody else.</summary>
[Collection("alone")]
public sealed class HostileServers
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";

    private static readonly byte[] Zeros = new byte[64 << 10];

    /// <summary>64 MB of zeros, made small before any clock runs.</summary>
    private static readonly Dictionary<(string Encodings, bool Raw), byte[]> Bombs = new (string Encodings, bool Raw)[] { ("gzip", false), ("deflate", false), ("deflate", true), ("br", false), ("gzip, gzip", false), ("gzip, gzip, gzip, gzip, gzip", false) }
        .ToDictionary(bomb => bomb, bomb => Answers.Encode(new byte[64 << 20], bomb.Encodings, bomb.Raw));

    /// <summary>Name, what comes of it, what is said, and how it behaves.</summary>
    private static readonly (string Name, FetchOutcome Outcome, string Why, Func<Call, Task> Answer)[] Kinds =
    [
        ("hangs before the head", FetchOutcome.TimedOut, "did not answer in time", call => call.HangAsync()),
        ("hangs in the head", FetchOutcome.TimedOut, "did not answer in time", async call => { await call.SendAsync(Ok + "X: "); await call.HangAsync(); }),
        ("drips its head", FetchOutcome.TimedOut, "did not answer in time", call => DripAsync(call, Ok)),
        ("hangs in the body", FetchOutcome.TimedOut, "too slowly", async call => { await call.SendAsync(Ok + "Content-Length: 9000\r\n\r\nabc"); await call.HangAsync(); }),
        ("drips its body", FetchOutcome.TimedOut, "too slowly", call => DripAsync(call, Ok + "\r\n", "Content-Length: 100000\r\n\r\n")),
        ("drips just fast enough for ever", FetchOutcome.TimedOut, "too long in all", call => DripAsync(call, Ok + "\r\n", new string('x', 5_000))),
        ("sends without end", FetchOutcome.TooLarge, "more than 1 MB", async call => { await call.SendAsync(Ok + "\r\n"); await FloodAsync(call, Zeros); }),
        ("promises a terabyte", FetchOutcome.TooLarge, "bytes to send", call => call.SendAsync(Ok + "Content-Length: 1099511627776\r\n\r\nabc")),
        ("sends headers without end", FetchOutcome.TooLarge, "headers", async call => { await call.SendAsync(Ok); await FloodAsync(call, "X-More: yes\r\n"u8.ToArray()); }),
        ("sends 10,000 headers", FetchOutcome.TooLarge, "more than 500 headers", call => call.SendAsync(Ok + string.Concat(Enumerable.Range(0, 10_000).Select(n => $"a: {n}\r\n")) + "Content-Length: 0\r\n\r\n")),
        ("sends one huge header", FetchOutcome.TooLarge, "more than 64 KB", call => call.SendAsync($"{Ok}X: {new string('x', 1 << 20)}\r\n\r\n")),
        ("sends interim answers without end", FetchOutcome.TooLarge, "headers", call => FloodAsync(call, "HTTP/1.1 103 Early Hints\r\n\r\n"u8.ToArray())),
        ("sends a chunk without end", FetchOutcome.TooLarge, "more than 1 MB", async call => { await call.SendAsync(Ok + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n"); await FloodAsync(call, Zeros); }),
        ("sends chunks without end", FetchOutcome.TooLarge, "more than 1 MB", async call => { await call.SendAsync(Ok + "Transfer-Encoding: chunked\r\n\r\n"); await FloodAsync(call, [.. "10000\r\n"u8, .. Zeros, .. "\r\n"u8]); }),
        ("writes nonsense for a chunk's length", FetchOutcome.BadAnswer, "no HTTP", call => call.SendAsync(Ok + "Transfer-Encoding: chunked\r\n\r\nfive\r\nHello\r\n0\r\n\r\n")),
        ("writes a chunk's length without end", FetchOutcome.BadAnswer, "no HTTP", async call => { await call.SendAsync(Ok + "Transfer-Encoding: chunked\r\n\r\n5;x="); await FloodAsync(call, Encoding.ASCII.GetBytes(new string('y', 4_096))); }),
        ("says a chunk is shorter than it is", FetchOutcome.BadAnswer, "no HTTP", call => call.SendAsync(Ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nHello\r\n0\r\n\r\n")),
        ("ends before the last chunk", FetchOutcome.BadAnswer, "less than it promised", call => call.SendAsync(Ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n")),
        ("promises more than it sends", FetchOutcome.BadAnswer, "less than it promised", call => call.SendAsync(Ok + "Content-Length: 50\r\n\r\nHello")),
        ("sends more than it promised", FetchOutcome.BadAnswer, "more than it promised", call => call.SendAsync(Ok + "Content-Length: 3\r\n\r\nHello")),
        ("sends much more than it promised", FetchOutcome.BadAnswer, "more than it promised", call => call.SendAsync($"{Ok}Content-Length: 200000\r\n\r\n{new string('x', 250_000)}")),
        ("sends a gzip bomb", FetchOutcome.TooLarge, "decompressed", call => BombAsync(call, "gzip")),
        ("sends a zlib bomb", FetchOutcome.TooLarge, "decompressed", call => BombAsync(call, "deflate")),
        ("sends a bare DEFLATE bomb", FetchOutcome.TooLarge, "decompressed", call => BombAsync(call, "deflate", raw: true)),
        ("sends a Brotli bomb", FetchOutcome.TooLarge, "decompressed", call => BombAsync(call, "br")),
        ("sends a bomb in a bomb", FetchOutcome.TooLarge, "decompressed", call => BombAsync(call, "gzip, gzip")),
        ("wraps its answer five times", FetchOutcome.BadAnswer, "5 encodings", call => BombAsync(call, "gzip, gzip, gzip, gzip, gzip")),
        ("calls noise gzip", FetchOutcome.BadAnswer, "cannot be decompressed", call => call.SendAsync([.. Encoding.ASCII.GetBytes(Ok + "Content-Encoding: gzip\r\n\r\n"), 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0])),
        ("redirects to itself", FetchOutcome.TooLarge, "in a loop", call => call.SendAsync("HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n")),
        ("redirects on and on", FetchOutcome.TooLarge, "more than 10 times", call => call.SendAsync($"HTTP/1.1 302 Found\r\nLocation: {call.Path}x\r\n\r\n")),
        ("redirects to a file", FetchOutcome.RefusedAddress, "only http and https", call => call.SendAsync("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n")),
        ("redirects to FTP", FetchOutcome.RefusedAddress, "only http and https", call => call.SendAsync("HTTP/1.1 301 Moved\r\nLocation: ftp://orsa.example/\r\n\r\n")),
        ("redirects to Gopher", FetchOutcome.RefusedAddress, "only http and https", call => call.SendAsync("HTTP/1.1 307 Moved\r\nLocation: gopher://orsa.example:70/1\r\n\r\n")),
        ("redirects to a network path", FetchOutcome.RefusedAddress, "refused", call => call.SendAsync("HTTP/1.1 302 Found\r\nLocation: \\\\10.0.0.1\\share\r\n\r\n")),
        ("redirects to the metadata service", FetchOutcome.RefusedAddress, "metadata", call => call.SendAsync("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/\r\n\r\n")),
        ("resets at once", FetchOutcome.Unreachable, "cut the connection off", call => { call.Reset(); return Task.CompletedTask; }),
        ("resets in the body", FetchOutcome.Unreachable, "cut the connection off", async call => { await call.SendAsync(Ok + "Content-Length: 5000\r\n\r\nabc"); await Task.Delay(50); call.Reset(); }),
        ("closes at once", FetchOutcome.Unreachable, "without an answer", call => Task.CompletedTask),
        ("closes in the head", FetchOutcome.BadAnswer, "in the middle of the headers", call => call.SendAsync(Ok + "Content-Ty")),
        ("speaks SMTP", FetchOutcome.BadAnswer, "no HTTP", call => call.SendAsync("220 mail.orsa.example ESMTP\r\n")),
        ("speaks HTTP/0.9", FetchOutcome.BadAnswer, "no HTTP", call => call.SendAsync("<html>The Marjan left.</html>")),
        ("has a status line of noise", FetchOutcome.BadAnswer, "no HTTP", call => call.SendAsync("HTTP/1.1 twohundred OK\r\n\r\n")),
        ("has no status line", FetchOutcome.BadAnswer, "no HTTP", call => call.SendAsync("\r\n\r\nHello")),
        ("speaks HTTP/2 unasked", FetchOutcome.BadAnswer, "no HTTP", call => call.SendAsync("HTTP/2 200\r\n\r\nHello")),
        ("sends noise", FetchOutcome.BadAnswer, "no HTTP", async call => { var noise = new byte[9_000]; new Random(3).NextBytes(noise); await call.SendAsync(noise); }),
        ("speaks plain where TLS was asked for", FetchOutcome.Unreachable, "secure connection", call => call.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n")),
        ("switches protocols", FetchOutcome.BadAnswer, "101", call => call.SendAsync("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")),
        ("answers an error without end", FetchOutcome.ErrorStatus, "500", async call => { await call.SendAsync("HTTP/1.1 500 Broken\r\n\r\n"); await FloodAsync(call, Zeros); }),
    ];

    [Fact]
    public async Task Each_ends_within_its_limits_while_good_servers_are_fetched_on_time()
    {
        var hostile = Kinds.Select(kind => new RawServer(kind.Answer)).ToList();
        var good = Enumerable.Range(0, 10).Select(n => new RawServer(RawServer.Page($"Page {n}"))).ToList();

        // Each answers well for its robots.txt, so that what is met is the page itself.
        await using var gateway = new Gateway(Gateways.Settings([.. hostile, .. good]) with { Concurrency = Kinds.Length + 2, HeadWithin = TimeSpan.FromSeconds(2) }, TimeProvider.System);
        await gateway.FetchAsync(good[0].Address);
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        using var sampling = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false)), null, 0, 50);

        var clock = Stopwatch.StartNew();
        var bad = Kinds.Select((kind, i) => TimedAsync(gateway, kind.Name.Contains("TLS") ? hostile[i].Address.Replace("http:", "https:") : hostile[i].Address, FetchPurpose.ByHand)).ToList();
        foreach (var round in Enumerable.Range(0, 3))
        {
            foreach (var (fetched, time) in await Task.WhenAll(good.Select(server => TimedAsync(gateway, server.Address, FetchPurpose.Scheduled))))
            {
                Assert.True(fetched.Outcome == FetchOutcome.Fetched, $"{fetched.Outcome} in {time}: {fetched.Why}");
                Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromSeconds(4));
            }
        }

        foreach (var ((name, outcome, why, _), (fetched, time)) in Kinds.Zip(await Task.WhenAll(bad)))
        {
            Assert.True(fetched.Outcome == outcome && fetched.Why!.Contains(why) && fetched.Why.EndsWith('.'), $"A server that {name}: {fetched.Outcome}, {fetched.Why}");
            Assert.True(time < TimeSpan.FromSeconds(9), $"A server that {name} took {time}.");
            Assert.True(fetched.Received.Length <= 1 << 20, $"A server that {name} left {fetched.Received.Length} bytes.");
        }

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(12));
        Assert.True(most - idle < 96L << 20, $"{(most - idle) >> 20} MB were held.");
        foreach (var server in hostile.Concat(good))
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_bomb_costs_no_more_than_its_limit()
    {
        await using var server = new RawServer(call => BombAsync(call, "br"));
        await using var gateway = new Gateway(new GatewaySettings { LeastPause = TimeSpan.Zero, TestEndpoints = Gateways.Settings(server).TestEndpoints }, TimeProvider.System);
        await gateway.FetchAsync(server.Address);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var fetched = await gateway.FetchAsync(server.Address, FetchPurpose.ByHand);
        Assert.Equal(FetchOutcome.TooLarge, fetched.Outcome);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64L << 20);
    }

    [Fact]
    public async Task A_closed_port_and_a_missing_name_are_out_of_reach()
    {
        var server = new RawServer("");
        var (settings, address) = (Gateways.Settings(server), server.Address);
        await server.DisposeAsync();
        await using var gateway = new Gateway(settings, TimeProvider.System, new ToldNames());
        var fetched = await gateway.FetchAsync(address);
        Assert.Equal((FetchOutcome.Unreachable, true), (fetched.Outcome, fetched.Why!.Contains("refuses connections")));
        fetched = await gateway.FetchAsync("https://orsa.example/");
        Assert.Equal((FetchOutcome.Unreachable, "There is no orsa.example: its name leads to no address."), (fetched.Outcome, fetched.Why));
    }

    [Fact]
    public async Task A_resolver_that_never_answers_is_not_waited_for()
    {
        await using var gateway = new Gateway(Gateways.Settings() with { ConnectWithin = TimeSpan.FromMilliseconds(300), TestEndpoints = null }, TimeProvider.System, new Silent());
        var fetched = await gateway.FetchAsync("https://orsa.example/");
        Assert.Equal((FetchOutcome.TimedOut, "orsa.example could not be connected to in time."), (fetched.Outcome, fetched.Why));
    }

    private static async Task<(Fetched Fetched, TimeSpan Time)> TimedAsync(Gateway gateway, string address, FetchPurpose purpose)
    {
        var clock = Stopwatch.StartNew();
        return (await gateway.FetchAsync(address, purpose), clock.Elapsed);
    }

    private static async Task DripAsync(Call call, string start, string piece = "x")
    {
        await call.SendAsync(start);
        while (true)
        {
            await call.SendAsync(piece);
            await Task.Delay(100, call.Closing);
        }
    }

    private static async Task FloodAsync(Call call, byte[] piece)
    {
        while (true)
        {
            await call.SendAsync(piece);
        }
    }

    private static async Task BombAsync(Call call, string encodings, bool raw = false)
    {
        await call.SendAsync($"{Ok}Content-Encoding: {encodings}\r\n\r\n");
        await call.SendAsync(Bombs[(encodings, raw)]);
    }

    private sealed class Silent : Import.Fetching.Connecting.INameResolver
    {
        public Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancel) => new TaskCompletionSource<IPAddress[]>().Task;
    }
}
