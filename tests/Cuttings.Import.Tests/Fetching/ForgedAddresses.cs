using System.Net;
using System.Text;
using Cuttings.Fetching;
using Cuttings.Import.Fetching;
using Cuttings.Import.Fetching.Addresses;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>Nothing that leads into this machine or its network is asked, however it is written: a canary on loopback hears nothing.</summary>
public sealed class ForgedAddresses : IAsyncLifetime
{
    private readonly RawServer canary = new(RawServer.Page("the inside"));
    private readonly RawServer open = new(call => call.SendAsync($"HTTP/1.1 302 Found\r\nLocation: {Target(call)}\r\nContent-Length: 0\r\n\r\n"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Assert.Equal(0, canary.Connections);
        await canary.DisposeAsync();
        await open.DisposeAsync();
    }

    public static TheoryData<string> Forged => new([
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0x7F.0x0.0x0.0x1", "017700000001", "0177.0.0.1", "0177.1", "127.0.0.1.", "127.000.000.001",
        "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[::]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]",
        "１２７.０.０.１", "１２７。０。０。１", "①②⑦.⓪.⓪.①", "127。0。0。1", "127．0．0．1", "%31%32%37.0.0.1", "0", "0.0.0.0", "127.255.255.254",
        "localhost", "LOCALHOST", "localhost.", "ｌｏｃａｌｈｏｓｔ", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "a.localhost", "printer.local", "db.internal", "metadata.google.internal", "router.lan", "gw.home.arpa", "localhost.localdomain", "postgres",
        "10.0.0.1", "10.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.1", "100.64.0.1", "100.127.255.255", "169.254.169.254", "169.254.43518", "0xa9fea9fe", "2852039166", "168.63.129.16", "100.100.100.200",
        "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "[fe80::1]", "[fe80::1%25lo]", "[fe80::1%25eth0]", "[2606:4700::1%25eth0]", "[fc00::1]", "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]", "[2001:db8::1]", "[2001:2::1]", "[3fff::1]", "[4000::1]", "[100::1]",
        "256.0.0.1", "127.0.0.0.1", "0x100000000", "1.2.3.08", "4294967296", "127..0.1", "orsa..example", "a.onion",
    ]);

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_forged_host_is_refused_by_its_form(string host)
    {
        var resolver = new ToldNames(["127.0.0.1"]);
        await using var gateway = new Gateway(Gateways.Settings(open), TimeProvider.System, resolver);
        foreach (var address in new[] { $"http://{host}:{canary.Port}/", $"http://{host}/", $"https://{host}:8080/x" })
        {
            var fetched = await gateway.FetchAsync(address, FetchPurpose.ByHand);
            Assert.Equal(FetchOutcome.RefusedAddress, fetched.Outcome);
            Assert.EndsWith(".", fetched.Why);
        }

        Assert.Equal(0, resolver.Asked);
    }

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_redirect_to_a_forged_host_is_refused(string host)
    {
        await using var gateway = Gateways.Of(open);
        var to = Convert.ToHexString(Encoding.UTF8.GetBytes($"http://{host}:{canary.Port}/"));
        var fetched = await gateway.FetchAsync(open.Address + to, FetchPurpose.ByHand);

        // An address that is none at all leads nowhere.
        Assert.True(fetched.Outcome == FetchOutcome.RefusedAddress || !Uri.TryCreate($"http://{host}:80/", UriKind.Absolute, out _), $"{fetched.Outcome}");
        Assert.Single(open.Calls);
    }

    [Theory]
    [InlineData("ftp://orsa.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://orsa.example:70/1")]
    [InlineData("data:text/html,x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/etc/passwd")]
    [InlineData("//orsa.example/")]
    [InlineData("http:")]
    [InlineData("http://")]
    [InlineData("")]
    [InlineData("orsa.example")]
    [InlineData("http://marta:secret@orsa.example/")]
    [InlineData("http://orsa.example:22/")]
    [InlineData("http://orsa.example:6379/")]
    [InlineData("http://orsa.example:0/")]
    [InlineData("http://orsa.example/a\nHost: b")]
    [InlineData("http://or\0sa.example/")]
    [InlineData("http://orsa.example#@127.0.0.1/\u0001")]
    public async Task Only_http_and_https_on_the_usual_ports_are_asked(string address)
    {
        var resolver = new ToldNames(["127.0.0.1"]);
        await using var gateway = new Gateway(Gateways.Settings(open), TimeProvider.System, resolver);
        var fetched = await gateway.FetchAsync(address);
        Assert.Equal(FetchOutcome.RefusedAddress, fetched.Outcome);
        Assert.DoesNotContain("secret", fetched.Why);
        Assert.Equal(0, resolver.Asked);
    }

    [Fact]
    public async Task An_address_longer_than_the_limit_is_refused()
    {
        await using var gateway = Gateways.Of(open);
        var fetched = await gateway.FetchAsync("http://orsa.example/" + new string('a', 9_000));
        Assert.Equal(FetchOutcome.RefusedAddress, fetched.Outcome);
        Assert.InRange(fetched.Why!.Length, 10, 300);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("93.184.215.14", "127.0.0.1")]
    [InlineData("127.0.0.1", "93.184.215.14")]
    [InlineData("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::1")]
    [InlineData("93.184.215.14", "::ffff:10.0.0.1")]
    [InlineData("93.184.215.14", "64:ff9b::a9fe:a9fe")]
    public async Task A_name_with_any_forbidden_address_is_refused(params string[] addresses)
    {
        await using var gateway = new Gateway(Gateways.Settings(open) with { Ports = [canary.Port] }, TimeProvider.System, new ToldNames(addresses));
        var fetched = await gateway.FetchAsync($"http://orsa.example:{canary.Port}/", FetchPurpose.ByHand);
        Assert.Equal(FetchOutcome.RefusedAddress, fetched.Outcome);
        Assert.Contains("orsa.example", fetched.Why);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_is_asked_once_a_connection_and_never_followed_inside()
    {
        // The first answer is a server that may be asked, each later one the canary's machine.
        await using var inner = new RawServer(RawServer.Page("the inside"), "127.0.0.2");
        await using var first = new RawServer(call => call.SendAsync(RawServer.Page("fine")));
        var resolver = new ToldNames(["127.0.0.1"], ["127.0.0.2"]);
        await using var gateway = new Gateway(Gateways.Settings(first), TimeProvider.System, resolver);
        var request = new FetchRequest($"http://orsa.example:{first.Port}/") { Content = "a=b"u8.ToArray() };
        Assert.Equal(FetchOutcome.Fetched, (await gateway.FetchAsync(request)).Outcome);
        Assert.Equal(1, resolver.Asked);

        Assert.Equal(FetchOutcome.RefusedAddress, (await gateway.FetchAsync(request)).Outcome);
        Assert.Equal(2, resolver.Asked);
        Assert.Equal((1, 0), (first.Connections, inner.Connections));
    }

    [Fact]
    public async Task A_port_that_only_a_test_may_ask_is_not_open_on_the_internet()
    {
        await using var gateway = new Gateway(Gateways.Settings(open), TimeProvider.System, new ToldNames(["93.184.215.14"]));
        Assert.Equal(FetchOutcome.RefusedAddress, (await gateway.FetchAsync($"http://orsa.example:{open.Port}/")).Outcome);
    }

    [Fact]
    public void Addresses_of_the_internet_are_not_forbidden()
    {
        foreach (var address in new[] { "1.1.1.1", "93.184.215.14", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2001:4860::8888" })
        {
            Assert.Null(ForbiddenNetworks.Find(IPAddress.Parse(address)));
        }
    }

    [Theory]
    [InlineData("10.0.0.1:80")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:0")]
    [InlineData("0.0.0.0:80")]
    [InlineData("[::ffff:127.0.0.1]:80")]
    [InlineData("localhost:80")]
    [InlineData("127.0.0.1:80,169.254.169.254:80")]
    [InlineData("*")]
    public void Tests_may_list_loopback_endpoints_and_nothing_else(string list) =>
        Assert.Equal(ErrorKind.Usage, Assert.Throws<CuttingsException>(() => TestEndpoints.Parse(list)).Kind);

    [Fact]
    public async Task Only_the_listed_endpoints_are_open_to_a_test()
    {
        var settings = Gateways.Settings() with { TestEndpoints = TestEndpoints.Parse($" 127.0.0.1:{open.Port} , [::1]:9") };
        await using var gateway = new Gateway(settings, TimeProvider.System);
        Assert.Equal(FetchOutcome.RefusedAddress, (await gateway.FetchAsync(canary.Address)).Outcome);
        Assert.Equal(FetchOutcome.RefusedAddress, (await gateway.FetchAsync($"http://127.0.0.2:{open.Port}/")).Outcome);
        Assert.Equal(FetchOutcome.RefusedAddress, (await gateway.FetchAsync($"http://localhost:{open.Port}/")).Outcome);
        Assert.Equal(0, open.Connections);
    }

    private static string Target(Call call) => Encoding.Latin1.GetString(Convert.FromHexString(call.Path[1..]));
}
