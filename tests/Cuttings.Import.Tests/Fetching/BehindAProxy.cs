using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Cuttings.Fetching;
using Cuttings.Import.Fetching;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>Through SOCKS5 names go out as they are, nothing is resolved here, and nothing says where the archive is.</summary>
public sealed class BehindAProxy : IAsyncDisposable
{
    private readonly RawServer server = new(RawServer.Page("through the proxy"));
    private readonly SocksServer proxy;
    private readonly ToldNames resolver = new(["127.0.0.1"]);
    private readonly Gateway gateway;

    public BehindAProxy()
    {
        proxy = new(server.Endpoint);
        gateway = Of($"socks5://127.0.0.1:{proxy.Port}");
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Equal(0, resolver.Asked);
        await gateway.DisposeAsync();
        await server.DisposeAsync();
        proxy.Dispose();
    }

    [Theory]
    [InlineData("http://harbour-echo.example/a", "name harbour-echo.example:80")]
    [InlineData("http://orsa.example:8080/", "name orsa.example:8080")]
    [InlineData("http://abcdefghijklmnop.onion/", "name abcdefghijklmnop.onion:80")]
    [InlineData("http://한글.example/", "name xn--bj0bj06e.example:80")]
    [InlineData("http://93.184.215.14/", "address 93.184.215.14:80")]
    [InlineData("http://[2606:4700::1111]/", "address 2606:4700::1111:80")]
    public async Task Names_go_to_the_proxy_unresolved(string address, string asked)
    {
        var fetched = await gateway.FetchAsync(address);
        Assert.Equal((FetchOutcome.Fetched, "through the proxy", null), (fetched.Outcome, Encoding.ASCII.GetString(fetched.Body.Span), fetched.ServerAddress));
        Assert.Equal([asked, asked], proxy.Asked);
        Assert.All(server.Calls, call => Assert.Equal("Cuttings/0.1", call.Header("User-Agent")));
        Assert.DoesNotContain("archive.example", Encoding.ASCII.GetString(fetched.RequestHead.Span));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://localhost/")]
    [InlineData("http://nas.local/")]
    [InlineData("http://wiki/")]
    public async Task What_is_private_by_its_form_is_refused(string address)
    {
        Assert.Equal(FetchOutcome.RefusedAddress, (await gateway.FetchAsync(address, FetchPurpose.ByHand)).Outcome);
        Assert.Empty(proxy.Asked);
    }

    [Theory]
    [InlineData("hub.mode=subscribe&hub.callback=https%3A%2F%2Farchive.example%2Fhub")]
    [InlineData("hub%2Ecallback=x")]
    [InlineData("who=https%3A%2F%2FARCHIVE.example")]
    public async Task No_callback_is_offered(string content)
    {
        Assert.False(gateway.MayNameArchive);
        Assert.Equal(FetchOutcome.RefusedAddress, (await gateway.FetchAsync(new FetchRequest("http://hub.example/") { Content = Encoding.ASCII.GetBytes(content) })).Outcome);
        Assert.Empty(proxy.Asked);
        Assert.Equal(FetchOutcome.Fetched, (await gateway.FetchAsync(new FetchRequest("http://hub.example/") { Content = "a=b"u8.ToArray() })).Outcome);
    }

    [Theory]
    [InlineData(1, "the proxy failed")]
    [InlineData(4, "no such host")]
    [InlineData(5, "refuses connections")]
    [InlineData(99, "the proxy failed")]
    public async Task What_the_proxy_could_not_reach_is_told(int code, string why)
    {
        proxy.Code = (byte)code;
        var fetched = await gateway.FetchAsync("http://orsa.example/");
        Assert.Equal(FetchOutcome.Unreachable, fetched.Outcome);
        Assert.Contains(why, fetched.Why);
    }

    [Fact]
    public async Task A_proxy_that_is_none_or_not_there_is_told()
    {
        using var smtp = new TcpListener(IPAddress.Loopback, 0);
        smtp.Start();
        var port = ((IPEndPoint)smtp.LocalEndpoint).Port;
        await using var wrong = Of($"socks5://127.0.0.1:{port}");
        var fetching = wrong.FetchAsync("http://orsa.example/");
        using (var client = await smtp.AcceptTcpClientAsync())
        {
            await client.GetStream().WriteAsync("220 orsa.example ESMTP\r\n"u8.ToArray());
            Assert.Equal("The proxy speaks no SOCKS5.", (await fetching).Why);
        }

        smtp.Stop();
        await using var gone = Of($"socks5://127.0.0.1:{port}");
        var fetched = await gone.FetchAsync("http://orsa.example/");
        Assert.Equal((FetchOutcome.Unreachable, $"The proxy at 127.0.0.1:{port} cannot be reached."), (fetched.Outcome, fetched.Why));
    }

    private Gateway Of(string proxyAddress) => new(Gateways.Settings() with { TestEndpoints = null, Proxy = new(proxyAddress), ArchiveAddress = new("https://archive.example/") }, TimeProvider.System, resolver);

    /// <summary>A SOCKS5 server (RFC 1928) that leads every name to one server.</summary>
    private sealed class SocksServer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public SocksServer(IPEndPoint target)
        {
            listener.Start();
            _ = AcceptAsync(target);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public ConcurrentQueue<string> Asked { get; } = [];

        public byte Code { get; set; }

        public void Dispose() => listener.Dispose();

        private async Task AcceptAsync(IPEndPoint target)
        {
            while (true)
            {
                try
                {
                    _ = ServeAsync(await listener.AcceptTcpClientAsync(), target);
                }
                catch (Exception e) when (e is SocketException or InvalidOperationException)
                {
                    return;
                }
            }
        }

        private async Task ServeAsync(TcpClient client, IPEndPoint target)
        {
            using (client)
            {
                try
                {
                    var stream = client.GetStream();
                    var methods = new byte[await ReadAsync(stream, 2) is [5, var count] ? count : 0];
                    await stream.ReadExactlyAsync(methods);
                    await stream.WriteAsync(new byte[] { 5, 0 });
                    var kind = (await ReadAsync(stream, 4))[3];
                    var host = kind == 3 ? Encoding.ASCII.GetString(await ReadAsync(stream, (await ReadAsync(stream, 1))[0])) : new IPAddress(await ReadAsync(stream, kind == 1 ? 4 : 16)).ToString();
                    var port = await ReadAsync(stream, 2);
                    Asked.Enqueue($"{(kind == 3 ? "name" : "address")} {host}:{(port[0] << 8) | port[1]}");
                    await stream.WriteAsync((byte[])[5, Code, 0, 3, 4, (byte)'o', (byte)'r', (byte)'s', (byte)'a', 0, 0]);
                    using var onward = new TcpClient();
                    await onward.ConnectAsync(target);
                    var there = onward.GetStream();
                    await Task.WhenAny(stream.CopyToAsync(there), there.CopyToAsync(stream));
                }
                catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
                {
                    // The other side has gone.
                }
            }
        }

        private static async Task<byte[]> ReadAsync(NetworkStream stream, int length)
        {
            var bytes = new byte[length];
            await stream.ReadExactlyAsync(bytes);
            return bytes;
        }
    }
}
