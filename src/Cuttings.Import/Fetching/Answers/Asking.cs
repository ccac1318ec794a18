using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Cuttings.Fetching;
using Cuttings.Import.Fetching.Addresses;
using Cuttings.Import.Fetching.Connecting;

namespace Cuttings.Import.Fetching.Answers;

/// <summary>
/// One request over one connection of its own, so that what is kept of it is its own too, and the address that was checked is the one that is asked.
/// HTTP/1.1, since WARC knows no other.
/// </summary>
internal sealed class Asking(GatewaySettings settings, IConnector connector, FetchAddress address, BodyLimits limits, Deadline deadline, DateTimeOffset at) : IDisposable
{
    private const string Pages = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8";

    private readonly HeadReader head = new(address.Line, settings.HeadLimit, settings.HeaderLimit);
    private Wire? wire;
    private Connection? connection;
    private ReceivedBody? body;
    private Answer answer = new();

    public Answer Broken(FetchFault fault) => Told() with { Fault = fault, Received = body?.Kept ?? default };

    public async Task<Answer> AskAsync(FetchRequest request)
    {
        deadline.Await(settings.ConnectWithin, "could not be connected to in time");
        using var handler = Handler();
        using var client = new HttpMessageInvoker(handler, disposeHandler: false);
        using var message = Message(request);
        using var response = await client.SendAsync(message, deadline.Token);
        answer = answer with { Status = (int)response.StatusCode, Headers = AnswerHeaders.Of(response) };
        if (answer.Status is >= 300 and < 400)
        {
            return Told();
        }

        var length = response.Content.Headers.ContentLength;
        wire!.Promise(head.IsChunked ? null : length);
        if (length > limits.Received && !limits.CutsOff)
        {
            throw new FetchFault(FetchOutcome.TooLarge, $"{address.Line} has {length:N0} bytes to send; {Sizes.Say(limits.Received)} are taken.");
        }

        NextStretch();
        body = new(await response.Content.ReadAsStreamAsync(deadline.Token), address.Line, limits.Received, limits.CutsOff, settings.PaceBytes, NextStretch);
        var plain = await Decoding.DecodeAsync(body, Encodings(answer.Headers.ContentEncoding), address.Line, limits, deadline.Token);
        await wire.DisposeAsync();
        if (wire.SentMoreThanPromised)
        {
            throw new FetchFault(FetchOutcome.BadAnswer, $"{address.Line} sent more than it promised.");
        }

        return Told() with { Received = body.Kept, Body = plain };
    }

    public void Dispose()
    {
        body?.Dispose();
        wire?.Dispose();
    }

    private Answer Told() => answer with { At = at, RequestHead = wire?.Sent ?? default, ResponseHead = head.Kept, Server = connection?.Server };

    private void NextStretch() => deadline.Await(settings.PaceWithin, "sent its answer too slowly");

    private SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = Timeout.InfiniteTimeSpan,
        MaxResponseDrainSize = 0,
        MaxResponseHeadersLength = (settings.HeadLimit >> 10) + 16,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ConnectCallback = ConnectAsync,
        PlaintextStreamFilter = Filter,
        SslOptions = new()
        {
            CertificateChainPolicy = Trust(),
            RemoteCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None
                ? true
                : throw new FetchFault(FetchOutcome.Unreachable, $"No secure connection to {address.Line} can be made: its certificate is not valid."),
        },
    };

    private X509ChainPolicy Trust()
    {
        var policy = new X509ChainPolicy
        {
            // Looking for a missing issuer or a revocation list would ask addresses that the server names, past this gateway.
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        if (settings.TestEndpoints?.Authority is { } authority)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.Add(authority);
        }

        return policy;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        // One request, one connection: a second would be a silent retry.
        connection = connection is null ? await connector.ConnectAsync(address, deadline.Token) : throw new IOException();
        return connection.Stream;
    }

    private ValueTask<Stream> Filter(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancel)
    {
        deadline.Await(settings.HeadWithin, "did not answer in time");
        wire = new(context.PlaintextStream, address.Line, head);
        return new(wire);
    }

    private HttpRequestMessage Message(FetchRequest request)
    {
        var message = new HttpRequestMessage(request.Content is null ? HttpMethod.Get : HttpMethod.Post, address.Uri)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        Set("User-Agent", settings.UserAgent);
        Set("Accept", request.Accept ?? Pages);
        Set("Accept-Language", "*");
        Set("Accept-Encoding", "gzip, deflate, br");
        Set("If-None-Match", request.ETag);
        Set("If-Modified-Since", request.LastModified);
        message.Headers.ConnectionClose = true;
        if (request.Content is { } content)
        {
            message.Content = new ReadOnlyMemoryContent(content);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type : new("application/x-www-form-urlencoded");
        }

        return message;

        // What a server once sent comes back here: nothing in it may begin another header.
        void Set(string name, string? value)
        {
            if (value is { Length: > 0 and <= 4_096 } && !value.Any(c => c is < ' ' or '\u007f' or > '\u00ff'))
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private static string[] Encodings(string? header) =>
        [.. (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.ToLowerInvariant()).Where(name => name is not "identity" and not "none")];
}
