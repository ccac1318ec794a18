using System.Net;
using Cuttings.Import.Fetching.Addresses;

namespace Cuttings.Import.Fetching.Connecting;

/// <summary>Makes the TCP connection that a request goes over.</summary>
internal interface IConnector
{
    /// <exception cref="FetchFault">The address is refused, or cannot be reached.</exception>
    Task<Connection> ConnectAsync(FetchAddress address, CancellationToken cancel);
}

/// <param name="Server">The address connected to; null where a proxy did it.</param>
internal sealed record Connection(Stream Stream, IPAddress? Server);
