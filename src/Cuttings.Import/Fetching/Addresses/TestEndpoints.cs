using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Cuttings.Import.Fetching.Addresses;

/// <summary>
/// Servers on loopback that the gateway may ask although loopback is forbidden: for tests, and only exactly these. No setting of an archive
/// leads here, and no address but loopback can be listed.
/// </summary>
public sealed class TestEndpoints
{
    /// <summary>The environment variable that lists them for the whole program: `127.0.0.1:5001,127.0.0.1:5002`.</summary>
    public const string Variable = "CUTTINGS_TEST_ALLOW";

    private readonly FrozenSet<IPEndPoint> endpoints;
    private readonly FrozenSet<int> ports;

    private TestEndpoints(IEnumerable<IPEndPoint> endpoints)
    {
        this.endpoints = endpoints.ToFrozenSet();
        ports = this.endpoints.Select(endpoint => endpoint.Port).ToFrozenSet();
    }

    /// <summary>What <see cref="Variable"/> lists; null where it is unset or empty.</summary>
    /// <exception cref="CuttingsException">Usage, as <see cref="Parse"/>.</exception>
    public static TestEndpoints? FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } list ? Parse(list) : null;

    /// <summary>Reads a list of `address:port`, separated by commas.</summary>
    /// <exception cref="CuttingsException">Usage: one of them is no loopback address with a port.</exception>
    public static TestEndpoints Parse(string list) => Of(list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item =>
        IPEndPoint.TryParse(item, out var endpoint) ? endpoint : throw NotLoopback(item)));

    /// <exception cref="CuttingsException">Usage: one of them is no loopback address with a port.</exception>
    public static TestEndpoints Of(params IEnumerable<IPEndPoint> endpoints) => new(endpoints.Select(endpoint =>
        IPAddress.IsLoopback(endpoint.Address) && !endpoint.Address.IsIPv4MappedToIPv6 && endpoint.Port > 0 ? endpoint : throw NotLoopback(endpoint.ToString())));

    /// <summary>An authority of the test's own, beside which none counts.</summary>
    internal X509Certificate2? Authority { get; private init; }

    internal TestEndpoints Trusting(X509Certificate2 authority) => new(endpoints) { Authority = authority };

    internal bool Allow(IPAddress address, int port) => endpoints.Contains(new(address, port));

    internal bool AllowPort(int port) => ports.Contains(port);

    private static CuttingsException NotLoopback(string item) => new(ErrorKind.Usage, $"{Variable} may list only loopback addresses with a port, not `{item}`.");
}
