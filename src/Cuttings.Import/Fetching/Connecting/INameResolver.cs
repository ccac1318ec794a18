using System.Net;

namespace Cuttings.Import.Fetching.Connecting;

/// <summary>Turns names into addresses. A second one exists for tests, where names change their minds.</summary>
public interface INameResolver
{
    /// <summary>Every address of a name.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">There is no such name, or nobody to ask.</exception>
    Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancel);
}

/// <summary>The system's resolver.</summary>
public sealed class SystemNameResolver : INameResolver
{
    /// <inheritdoc/>
    public Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancel) => Dns.GetHostAddressesAsync(name, cancel);
}
