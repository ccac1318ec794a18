using System.Diagnostics;

namespace Cuttings.Specs;

/// <summary>The program serving an archive on a free port.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly Process process;

    private Site(Process process, Uri address) => (this.process, Client) = (process, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address });

    public HttpClient Client { get; }

    public static Task<Site> StartAsync(params string[] arguments) => StartWithAsync([], "http://127.0.0.1:0", arguments);

    /// <summary>Starts it at an address, with these environment variables.</summary>
    public static async Task<Site> StartWithAsync((string Name, string Value)[] environment, string address, params string[] arguments)
    {
        var started = Program.StartWith(environment, ["serve", .. arguments, "--urls", address]);
        started.ErrorDataReceived += (_, _) => { };
        started.BeginErrorReadLine();
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Serving at ", StringComparison.Ordinal))
            {
                return new(started, new Uri(line[11..]));
            }
        }

        throw new InvalidOperationException("The site did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
