using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Cuttings.Fetching;
using Cuttings.Import.Fetching.Addresses;

namespace Cuttings.Import.Fetching.Connecting;

/// <summary>Connects through a SOCKS5 proxy (RFC 1928), which is given names as they are: nothing here resolves them.</summary>
internal sealed class SocksConnector(Uri proxy) : IConnector
{
    private const byte Version = 5, NoAuthentication = 0, Connect = 1, V4 = 1, Name = 3, V6 = 4;

    public async Task<Connection> ConnectAsync(FetchAddress address, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Only the proxy's own name, set by the operator, is looked up here.
            await socket.ConnectAsync(proxy.DnsSafeHost, proxy.Port, cancel);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw Fault($"The proxy at {proxy.Host}:{proxy.Port} cannot be reached.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await GreetAsync(stream, cancel);
            await AskAsync(stream, address, cancel);
            return new(stream, null);
        }
        catch (Exception e) when (e is IOException and not FetchFault)
        {
            await stream.DisposeAsync();
            throw Fault($"The proxy broke off before it reached {address.Line}.");
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static async Task GreetAsync(NetworkStream stream, CancellationToken cancel)
    {
        await stream.WriteAsync(new byte[] { Version, 1, NoAuthentication }, cancel);
        var answer = new byte[2];
        await stream.ReadExactlyAsync(answer, cancel);
        if (answer is not [Version, NoAuthentication])
        {
            throw Fault(answer[0] == Version ? "The proxy asks for a password." : "The proxy speaks no SOCKS5.");
        }
    }

    private static async Task AskAsync(NetworkStream stream, FetchAddress address, CancellationToken cancel)
    {
        byte[] host = address.Literal is { } literal
            ? [literal.AddressFamily == AddressFamily.InterNetwork ? V4 : V6, .. literal.GetAddressBytes()]
            : [Name, (byte)address.Host.Length, .. Encoding.ASCII.GetBytes(address.Host)];
        byte[] request = [Version, Connect, 0, .. host, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(request.AsSpan(^2..), (ushort)address.Port);
        await stream.WriteAsync(request, cancel);

        var answer = new byte[4];
        await stream.ReadExactlyAsync(answer, cancel);
        if (answer is not [Version, 0, _, _])
        {
            throw Fault($"{address.Line} could not be reached through the proxy: {Sentence(answer[1])}.");
        }

        // The address that the proxy bound says nothing to us, but must be read away.
        var length = answer[3] switch
        {
            V4 => 4,
            V6 => 16,
            Name => await LengthAsync(stream, cancel),
            _ => throw Fault("The proxy speaks no SOCKS5."),
        };
        await stream.ReadExactlyAsync(new byte[length + 2], cancel);
    }

    private static async Task<int> LengthAsync(NetworkStream stream, CancellationToken cancel)
    {
        var length = new byte[1];
        await stream.ReadExactlyAsync(length, cancel);
        return length[0];
    }

    private static string Sentence(byte code) => code switch
    {
        2 => "the proxy does not allow it",
        3 => "its network is out of reach",
        4 => "there is no such host, or no way to it",
        5 => "it refuses connections",
        6 => "it does not answer",
        _ => "the proxy failed",
    };

    private static FetchFault Fault(string why) => new(FetchOutcome.Unreachable, why);
}
