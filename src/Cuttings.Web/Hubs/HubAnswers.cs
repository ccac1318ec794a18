using Cuttings.Collecting;
using Cuttings.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cuttings.Web.Hubs;

/// <summary>The callback of WebSub hubs, under `/websub/`: the one place of the site that takes a body.</summary>
internal sealed class HubAnswers(HubListening hubs) : IDisposable
{
    // Each delivery is held in memory whole.
    private readonly SemaphoreSlim reading = new(2, 2);

    public static bool Answers(PathString path) => path.StartsWithSegments(HubCallback.Prefix.TrimEnd('/'));

    public async Task AnswerAsync(HttpContext http)
    {
        var (path, cancel) = (http.Request.Path.Value ?? "", http.RequestAborted);
        if (HttpMethods.IsGet(http.Request.Method))
        {
            var query = http.Request.Query;
            var challenge = query["hub.challenge"].ToString();
            if (!await hubs.ConfirmAsync(path, query["hub.mode"], query["hub.topic"], query["hub.lease_seconds"], cancel) || challenge.Length is 0 or > 4096)
            {
                http.Response.StatusCode = 404;
                return;
            }

            // Whatever it says, no browser reads it as a page.
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(challenge, cancel);
            return;
        }

        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            http.Response.StatusCode = 405;
            return;
        }

        // 410: the desk follows it no more, and the hub may forget it (section 7).
        http.Response.StatusCode = await hubs.IsKnownAsync(path, cancel) ? await TakeAsync(http, path, cancel) : 410;
    }

    public void Dispose() => reading.Dispose();

    private async Task<int> TakeAsync(HttpContext http, string path, CancellationToken cancel)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = WebSub.LargestDelivery;
        }

        await reading.WaitAsync(cancel);
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, cancel);
            var taken = await hubs.TakeAsync(path, body.GetBuffer().AsMemory(0, (int)body.Length), http.Request.ContentType, http.Request.Headers["X-Hub-Signature"], cancel);
            return taken is null ? 410 : 202;
        }
        catch (BadHttpRequestException error)
        {
            return error.StatusCode;
        }
        finally
        {
            reading.Release();
        }
    }
}
