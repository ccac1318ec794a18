using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cuttings.Specs.Collecting;

/// <summary>An invented press on loopback: pages and feeds that a spec lays out, and a note of every request.</summary>
internal sealed class Press : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> pages = new(StringComparer.Ordinal);

    private Press(WebApplication app) => this.app = app;

    /// <summary>Where it stands: `http://127.0.0.1:40123`.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the program is given so that it may ask here.</summary>
    public string Allowed => Address["http://".Length..];

    /// <summary>The paths asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<Press> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var press = new Press(site);
        site.Run(press.AnswerAsync);
        await site.StartAsync();
        press.Address = site.Urls.First();
        return press;
    }

    public void Put(string path, string type, string body, int status = 200) => Put(path, async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    });

    public void Put(string path, Func<HttpContext, Task> answer) => pages[path] = answer;

    /// <summary>An article's page.</summary>
    public void PutArticle(string path, string title, params string[] paragraphs) => Put(path, "text/html; charset=utf-8", $"""
        <!doctype html><html lang="en"><head><title>{title} | Harbour Echo</title><meta property="og:site_name" content="Harbour Echo"><meta property="og:title" content="{title}"></head>
        <body><header><a href="/">Harbour Echo</a></header><main><article><h1>{title}</h1><p class="byline">By Ana Weir</p><time datetime="2026-05-03">3 May 2026</time>
        {string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph}</p>"))}</article></main><footer>All rights reserved</footer></body></html>
        """);

    /// <summary>A feed of pages here.</summary>
    public void PutFeed(string path, string title, params (string Path, string Title)[] entries) => Put(path, "application/rss+xml", $"""
        <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{title}</title><link>{Address}/</link><description>News</description>
        {string.Concat(entries.Select(entry => $"<item><title>{WebUtility.HtmlEncode(entry.Title)}</title><link>{Address}{entry.Path}</link><guid>{Address}{entry.Path}</guid><pubDate>Sun, 03 May 2026 09:00:00 GMT</pubDate><description>In short.</description></item>"))}</channel></rss>
        """);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path + http.Request.QueryString;
        Asked.Enqueue(path);
        if (pages.TryGetValue(path, out var answer))
        {
            await answer(http);
        }
        else
        {
            http.Response.StatusCode = 404;
        }
    }
}
