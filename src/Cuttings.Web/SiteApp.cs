using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Searching;
using Cuttings.Sources;
using Cuttings.Web.Hubs;
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

    // Kept pages of others: nothing runs, nothing is asked for, and no page frames them.
    private const string ForeignPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Wires the site; the caller runs it.</summary>
    /// <param name="options">How it is served.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="search">Its search.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="pages">What opens kept pages; without it only their texts are shown.</param>
    /// <param name="hubs">What answers the hubs of followed feeds; without it none is answered.</param>
    public static WebApplication Build(SiteOptions options, IArchive archive, ISearch search, TimeProvider clock, IKeptPages? pages = null, HubListening? hubs = null)
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
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            // Why it does not start is thrown to the caller, who says it in one line.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        var app = builder.Build();
        var cache = new PageCache(MostCached);
        if (hubs is not null)
        {
            var answers = new HubAnswers(hubs);
            app.Lifetime.ApplicationStopped.Register(answers.Dispose);
            app.MapWhen(context => HubAnswers.Answers(context.Request.Path), branch => branch.Run(context => ToHubAsync(context, answers)));
        }

        app.Run(context => AnswerAsync(context, options, archive, search, pages, cache, clock));
        return app;
    }

    private static async Task ToHubAsync(HttpContext http, HubAnswers answers)
    {
        Head(http.Response);
        try
        {
            await answers.AnswerAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // It went away.
        }
        catch (CuttingsException error)
        {
            http.Response.StatusCode = Failure.HttpStatus(error.Kind);
        }
    }

    private static async Task AnswerAsync(HttpContext http, SiteOptions options, IArchive archive, ISearch search, IKeptPages? pages, PageCache cache, TimeProvider clock)
    {
        var encoding = Encoding(http.Request.Headers.AcceptEncoding.ToString());
        Head(http.Response);
        CachedPage page;
        Kept? kept = null;
        try
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            {
                http.Response.Headers.Allow = "GET, HEAD";
                http.Response.StatusCode = 405;
                return;
            }

            if (Site.Look.At(http.Request.Path.Value) is { } asset)
            {
                var at = $"{encoding} {http.Request.Path.Value}";
                if (!cache.TryGet(at, 0, out page!))
                {
                    cache.Put(at, page = Encode(asset, encoding, 0));
                }

                await WriteAsync(http, page, null, clock.GetUtcNow());
                return;
            }

            var revision = await archive.LastRevisionAsync(http.RequestAborted);
            kept = cache.At(revision, clock.GetUtcNow());
            var host = http.Request.Scheme + "://" + http.Request.Host.Value;
            var key = $"{encoding} {host} {http.Request.Path.Value}{http.Request.QueryString.Value}";
            if (!options.OutputCache || !cache.TryGet(key, revision, out page!))
            {
                page = await MakeAsync(http.Request, host, encoding, kept, archive, search, pages, http.RequestAborted);
                // The index may be behind the archive for a moment: what it found is not kept.
                if (options.OutputCache && page.Status is 200 or 301 && !Searches(http.Request))
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
            page = Encode(ErrorPage.Plain(Failure.HttpStatus(error.Kind)), "identity", 0);
        }

        await WriteAsync(http, page, kept?.Seen, clock.GetUtcNow());
    }

    private static bool Searches(HttpRequest request) =>
        request.Path.StartsWithSegments("/search") || request.Path.StartsWithSegments("/api") && request.Query.ContainsKey("q");

    private static async ValueTask<CachedPage> MakeAsync(HttpRequest request, string host, string encoding, Kept kept, IArchive archive, ISearch search, IKeptPages? pages, CancellationToken cancel)
    {
        var settings = kept.Settings ??= await archive.SettingsAsync(cancel);
        var context = new Context(archive, search, settings, settings.BaseAddress ?? host, request.Path.Value ?? "/", request.Query, kept, pages);
        var answer = await Addresses.AnswerAsync(context, request.QueryString.Value ?? "", cancel);
        return Encode(answer, encoding, kept.Revision);
    }

    private static CachedPage Encode(Answer answer, string encoding, long revision)
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
        return new(answer.Status, answer.Type, body, compresses && encoding != "identity" ? encoding : null, tag, answer.Location, answer.Next, revision, answer.Lasting, answer.Foreign);
    }

    private static async Task WriteAsync(HttpContext http, CachedPage page, DateTimeOffset? seen, DateTimeOffset now)
    {
        var response = http.Response;
        response.Headers.Vary = "Accept-Encoding";
        if (page.Lasting)
        {
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
        }

        if (page.Foreign)
        {
            // Also with a 304, whose headers a browser may put in the place of those it has.
            response.Headers.ContentSecurityPolicy = ForeignPolicy;
            response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        }

        if (page.Status == 200)
        {
            response.Headers.ETag = page.Tag;
            // Within the second of a change a date could stand for two states.
            var changed = seen is { } at && now - at >= TimeSpan.FromSeconds(1) ? seen : null;
            if (changed is { } since)
            {
                response.Headers.LastModified = since.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
            }

            if (Unchanged(http.Request, page.Tag, changed))
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

        if (page.Next is { } next)
        {
            response.Headers.Link = $"<{next}>; rel=\"next\"";
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

    // RFC 9110, 13.2.2: a date counts only where no tag is sent.
    private static bool Unchanged(HttpRequest request, string tag, DateTimeOffset? changed)
    {
        if (request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known)
        {
            return known == "*" || known.Split(',').Any(one => one.Trim().Replace("W/", "", StringComparison.Ordinal) == tag);
        }

        return changed is { } at
            && DateTimeOffset.TryParseExact(request.Headers.IfModifiedSince.ToString(), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            && at.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
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
