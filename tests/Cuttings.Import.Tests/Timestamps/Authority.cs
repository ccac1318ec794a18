using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Cuttings.Import.Tests.Timestamps;

/// <summary>A time-stamping authority: `openssl ts -reply` with certificates of its own, behind HTTP on loopback. Skipped, visibly, where OpenSSL is missing.</summary>
internal sealed class Authority : IAsyncDisposable
{
    private const string Configuration = """
        [req]
        distinguished_name = name
        prompt = no
        [name]
        CN = Harbour Time
        [root]
        basicConstraints = critical, CA:true
        [signer]
        extendedKeyUsage = critical, timeStamping
        keyUsage = critical, digitalSignature
        [tsa]
        default_tsa = authority
        [authority]
        serial = serial
        signer_cert = signer.pem
        certs = root.pem
        signer_key = signer.key
        signer_digest = sha256
        default_policy = 1.3.6.1.4.1.99999.1
        digests = sha256
        ess_cert_id_chain = no
        ess_cert_id_alg = sha256
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-tsa-").FullName;
    private readonly HttpListener listener = new();
    private Task serving = Task.CompletedTask;
    private byte[] last = [];

    private Authority()
    {
    }

    public LoopbackGateway Gateway { get; } = new();

    public string Address { get; private set; } = "";

    public static async Task<Authority> StartAsync()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(path.Any(part => File.Exists(Path.Combine(part, "openssl"))), "OpenSSL is not here.");
        var authority = new Authority();
        await authority.MakeAsync();
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            authority.Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        authority.listener.Prefixes.Add(authority.Address);
        authority.listener.Start();
        authority.serving = authority.ServeAsync();
        return authority;
    }

    /// <summary>What `openssl ts -verify` says of a token.</summary>
    public async Task<string> VerifyAsync(byte[] token, byte[] digest)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "token"), token);
        return await RunAsync("ts", "-verify", "-token_in", "-in", "token", "-digest", Convert.ToHexStringLower(digest), "-CAfile", "root.pem");
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
        Gateway.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task MakeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "openssl.cnf"), Configuration);
        await File.WriteAllTextAsync(Path.Combine(folder, "serial"), "01\n");
        await RunAsync("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-config", "openssl.cnf", "-extensions", "root", "-subj", "/CN=Harbour Root", "-keyout", "root.key", "-out", "root.pem", "-days", "30");
        await RunAsync("req", "-newkey", "rsa:2048", "-nodes", "-config", "openssl.cnf", "-keyout", "signer.key", "-out", "signer.csr");
        await RunAsync("x509", "-req", "-in", "signer.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-extfile", "openssl.cnf", "-extensions", "signer", "-out", "signer.pem", "-days", "30");
        Assert.True(File.Exists(Path.Combine(folder, "signer.pem")), "OpenSSL made no certificate.");
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var query = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(query);
            var reply = context.Request.Url!.AbsolutePath switch
            {
                "/text" => "Not now."u8.ToArray(),
                "/empty" => [],
                "/500" => [],
                "/replayed" => last.Length > 0 ? last : await ReplyAsync((await File.ReadAllBytesAsync(await OtherQueryAsync())).ToArray()),
                // A request for a kind of digest that this authority does not sign.
                "/rejected" => await ReplyAsync(query.ToArray(), damage: true),
                _ => last = await ReplyAsync(query.ToArray()),
            };
            context.Response.StatusCode = context.Request.Url.AbsolutePath == "/500" ? 500 : 200;
            context.Response.ContentType = "application/timestamp-reply";
            await context.Response.OutputStream.WriteAsync(reply);
            context.Response.Close();
        }
    }

    private async Task<string> OtherQueryAsync()
    {
        await RunAsync("ts", "-query", "-digest", new string('a', 64), "-sha256", "-cert", "-out", "other.tsq");
        return Path.Combine(folder, "other.tsq");
    }

    private async Task<byte[]> ReplyAsync(byte[] query, bool damage = false)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "query"), damage ? query[..^3] : query);
        var reply = Path.Combine(folder, "reply");
        File.Delete(reply);
        await RunAsync("ts", "-reply", "-config", "openssl.cnf", "-section", "authority", "-queryfile", "query", "-out", "reply");
        return File.Exists(reply) ? await File.ReadAllBytesAsync(reply) : [];
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return await output + await errors;
    }
}
