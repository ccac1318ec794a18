using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>A server on loopback that sends exactly the bytes it is told to, however wrong. It has no robots.txt unless given one.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly Func<Call, Task> answer;
    private readonly CancellationTokenSource closing = new();
    private readonly Task accepting;
    private readonly X509Certificate2? certificate;
    private int connections;

    public RawServer(Func<Call, Task> answer, string address = "127.0.0.1", bool answersRobots = true, X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        this.answer = answer;
        AnswersRobots = answersRobots;
        listener = new(IPAddress.Parse(address), 0);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <param name="answer">The bytes of every answer, Latin-1.</param>
    public RawServer(string answer, string address = "127.0.0.1")
        : this(call => call.SendAsync(answer), address)
    {
    }

    public IPEndPoint Endpoint => (IPEndPoint)listener.LocalEndpoint;

    public int Port => Endpoint.Port;

    public string Address => $"http://{Endpoint}/";

    public bool AnswersRobots { get; }

    /// <summary>How many connections came, whatever was asked.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>The heads that came, robots.txt left out where it is answered here.</summary>
    public ConcurrentQueue<Call> Calls { get; } = [];

    public static string Page(string body, string headers = "", int status = 200) =>
        $"HTTP/1.1 {status} Said\r\nContent-Type: text/html\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body))}";

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                Interlocked.Increment(ref connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                if (certificate is not null)
                {
                    var secured = new SslStream(stream);

                    // Offline: a server, too, would look for its issuers.
                    await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true) });
                    stream = secured;
                }

                var call = new Call(client, stream, await HeadAsync(stream), closing.Token);
                if (AnswersRobots && call.Path == "/robots.txt")
                {
                    await call.SendAsync(Page("none", status: 404));
                    return;
                }

                if (call.Head.Length > 0)
                {
                    Calls.Enqueue(call);
                    await answer(call);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException or AuthenticationException)
            {
                // The other side has gone.
            }
        }
    }

    private async Task<string> HeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n") && await stream.ReadAsync(one, closing.Token) > 0)
        {
            head.Append((char)one[0]);
            if (head[0] == 0x16)
            {
                // A TLS greeting has no such end.
                break;
            }
        }

        return head.ToString();
    }
}

/// <summary>One request that came.</summary>
internal sealed record Call(TcpClient Client, Stream Stream, string Head, CancellationToken Closing)
{
    public long At { get; } = TimeProvider.System.GetTimestamp();

    public string Path => Head.Split(' ') is [_, var path, ..] ? path : "";

    public string? Header(string name) => Head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ": "))?[(name.Length + 2)..];

    public Task SendAsync(string latin1) => SendAsync(Encoding.Latin1.GetBytes(latin1));

    public async Task SendAsync(byte[] bytes) => await Stream.WriteAsync(bytes, Closing);

    public Task HangAsync() => Task.Delay(Timeout.Infinite, Closing);

    /// <summary>Closes with a reset instead of an end.</summary>
    public void Reset()
    {
        Client.Client.LingerState = new(true, 0);
        Client.Client.Dispose(); // Closing the stream would say goodbye first.
    }
}
