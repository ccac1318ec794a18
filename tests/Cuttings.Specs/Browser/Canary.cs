using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cuttings.Specs.Browser;

/// <summary>A server on loopback that notes what it is asked for; it also serves pages that a spec puts there.</summary>
internal sealed class Canary : IAsyncDisposable
{
    private readonly WebApplication server;

    private Canary(WebApplication server) => this.server = server;

    public string Address => server.Urls.First();

    public ConcurrentQueue<string> Asked { get; } = [];

    public ConcurrentDictionary<string, string> Pages { get; } = new(StringComparer.Ordinal);

    public static async Task<Canary> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var canary = new Canary(builder.Build());
        canary.server.Run(async context =>
        {
            var path = context.Request.Path.Value!;
            context.Response.Headers.AccessControlAllowOrigin = "*";
            if (canary.Pages.TryGetValue(path, out var page))
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(page);
                return;
            }

            // The browser asks for this by itself, whatever the page says.
            if (path != "/favicon.ico")
            {
                canary.Asked.Enqueue(path);
            }

            context.Response.ContentType = path.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : path.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/plain";
            await context.Response.WriteAsync(path.EndsWith(".js", StringComparison.Ordinal) ? "document.title='ran'" : "");
        });
        await canary.server.StartAsync();
        return canary;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
