using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Cuttings.Archiving;
using Cuttings.Searching;
using Cuttings.Web.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cuttings.Web;

/// <summary>The public site: no script, no cookie, no request to anybody else, and no address of a reader in any log.</summary>
public static class SiteApp
{
    private const long MostCached = 64L << 20;
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Wires the site; the caller runs it.</summary>
    public static WebApplication Build(SiteOptions options, IArchive archive, ISearch search, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 << 10;
        });
        // Warnings of the host name no reader; requests are not logged at all.
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        var cache = new PageCache(MostCached);
        app.Run(context => AnswerAsync(context, options, archive, search, cache, clock));
        return app;
    }

    private static async Task AnswerAsync(HttpContext http, SiteOptions options, IArchive archive, ISearch search, PageCache cache, TimeProvider clock)
    {
        var encoding = Encoding(http.Request.Headers.AcceptEncoding.ToString());
        Head(http.Response);
        CachedPage page;
        try
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            {
                http.Response.Headers.Allow = "GET, HEAD";
                http.Response.StatusCode = 405;
                return;
            }

            var revision = await archive.LastRevisionAsync(http.RequestAborted);
            var host = http.Request.Scheme + "://" + http.Request.Host.Value;
            var key = $"{encoding} {host} {http.Request.Path.Value}{http.Request.QueryString.Value}";
            if (!options.OutputCache || !cache.TryGet(key, revision, out page!))
            {
                page = await MakeAsync(http.Request, host, encoding, revision, archive, search, clock, http.RequestAborted);
                if (options.OutputCache && page.Status is 200 or 301)
                {
                    cache.Put(key, page);
                }
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (CuttingsException error)
        {
            // Rather no page than one that may have been withdrawn.
            page = Encode(ErrorPage.Plain(Failure.HttpStatus(error.Kind)), "identity", 0, clock);
        }

        await WriteAsync(http, page, encoding);
    }

    private static async ValueTask<CachedPage> MakeAsync(HttpRequest request, string host, string encoding, long revision, IArchive archive, ISearch search, TimeProvider clock, CancellationToken cancel)
    {
        var settings = await archive.SettingsAsync(cancel);
        var context = new Context(archive, search, settings, settings.BaseAddress ?? host, request.Path.Value ?? "/", request.Query);
        var answer = await Addresses.AnswerAsync(context, request.QueryString.Value ?? "", cancel);
        return Encode(answer, encoding, revision, clock);
    }

    private static CachedPage Encode(Answer answer, string encoding, long revision, TimeProvider clock)
    {
        var body = answer.Body;
        var compresses = answer.Body.Length > 256 && !answer.Type.StartsWith("font/", StringComparison.Ordinal);
        if (compresses && encoding != "identity")
        {
            using var packed = new MemoryStream();
            using (Stream packer = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Optimal) : new GZipStream(packed, CompressionLevel.Optimal))
            {
                packer.Write(body);
            }

            body = packed.ToArray();
        }

        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Body).AsSpan(0, 12))}{(compresses ? "-" + encoding : "")}\"";
        return new(answer.Status, answer.Type, body, compresses && encoding != "identity" ? encoding : null, tag, answer.Location, revision, clock.GetUtcNow());
    }

    private static async Task WriteAsync(HttpContext http, CachedPage page, string encoding)
    {
        var response = http.Response;
        response.Headers.Vary = "Accept-Encoding";
        if (page.Status == 200)
        {
            response.Headers.ETag = page.Tag;
            if (http.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known && (known == "*" || known.Split(',').Any(tag => tag.Trim().Replace("W/", "", StringComparison.Ordinal) == page.Tag)))
            {
                response.StatusCode = 304;
                return;
            }
        }

        response.StatusCode = page.Status;
        if (page.Location is { } location)
        {
            response.Headers.Location = location;
        }

        if (page.Encoding is { } packed)
        {
            response.Headers.ContentEncoding = packed;
        }

        response.ContentType = page.Type;
        response.ContentLength = page.Body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(page.Body, http.RequestAborted);
        }
    }

    private static void Head(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()";
        headers.CacheControl = "no-cache";
    }

    private static string Encoding(string accepted) =>
        accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "identity";
}
