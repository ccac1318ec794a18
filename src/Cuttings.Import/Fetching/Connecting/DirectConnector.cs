using System.Net;
using System.Net.Sockets;
using Cuttings.Fetching;
using Cuttings.Import.Fetching.Addresses;

namespace Cuttings.Import.Fetching.Connecting;

/// <summary>
/// Resolves a name once, looks at every address that comes, and connects to one of exactly these: a name that means something else a moment
/// later is not asked again.
/// </summary>
internal sealed class DirectConnector(AddressPolicy policy, INameResolver resolver, TimeSpan within, TimeProvider time) : IConnector
{
    private const int MostTried = 4;

    public async Task<Connection> ConnectAsync(FetchAddress address, CancellationToken cancel)
    {
        var servers = address.Literal is { } literal ? [literal] : await ResolveAsync(address.Host, cancel);
        foreach (var server in servers)
        {
            if (policy.Forbids(server, address.Port) is { } what)
            {
                throw new FetchFault(FetchOutcome.RefusedAddress, address.Literal is null
                    ? $"{address.Host} is refused: its name leads to {what} ({server})."
                    : $"{address.Host} is refused: it is {what}.");
            }
        }

        var tried = Math.Min(servers.Length, MostTried);
        SocketException? first = null;
        for (var i = 0; i < tried; i++)
        {
            try
            {
                return new(await ConnectAsync(new IPEndPoint(servers[i], address.Port), within / tried, cancel), servers[i]);
            }
            catch (SocketException e)
            {
                first ??= e;
            }
        }

        throw new FetchFault(FetchOutcome.Unreachable, $"{address.Line} could not be reached: {Sentence(first)}.");
    }

    private async Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancel)
    {
        try
        {
            // The system's resolver does not always hear that it is no longer wanted.
            var servers = await resolver.ResolveAsync(name, cancel).WaitAsync(cancel);
            return servers.Length > 0 ? servers : throw new SocketException((int)SocketError.NoData);
        }
        catch (SocketException e)
        {
            throw new FetchFault(FetchOutcome.Unreachable, e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData
                ? $"There is no {name}: its name leads to no address."
                : $"The name of {name} could not be resolved.");
        }
    }

    private async Task<Stream> ConnectAsync(IPEndPoint endpoint, TimeSpan share, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(share, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, either.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Sentence(SocketException? e) => e?.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "it refuses connections",
        SocketError.TimedOut => "it does not answer",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown => "there is no way to it from here",
        _ => "the connection failed",
    };
}
