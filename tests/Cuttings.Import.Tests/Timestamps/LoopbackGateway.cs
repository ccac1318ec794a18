using System.Net.Http.Headers;
using Cuttings.Fetching;

namespace Cuttings.Import.Tests.Timestamps;

/// <summary>A way out to servers on loopback only, for specs; the program's own refuses those.</summary>
internal sealed class LoopbackGateway : IGateway, IDisposable
{
    private readonly HttpClient client = new();

    public bool MayNameArchive => true;

    public List<FetchRequest> Asked { get; } = [];

    public async ValueTask<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel = default)
    {
        Asked.Add(request);
        using var message = new HttpRequestMessage(request.Content is null ? HttpMethod.Get : HttpMethod.Post, request.Address);
        if (request.Content is { } content)
        {
            message.Content = new ReadOnlyMemoryContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(request.ContentType ?? "application/x-www-form-urlencoded") } };
        }

        using var answer = await client.SendAsync(message, cancel);
        var status = (int)answer.StatusCode;
        return new()
        {
            Outcome = answer.IsSuccessStatusCode ? FetchOutcome.Fetched : FetchOutcome.ErrorStatus,
            Asked = request.Address,
            Address = request.Address,
            Status = status,
            Why = answer.IsSuccessStatusCode ? null : $"{new Uri(request.Address).Host} answered {status}.",
            Body = await answer.Content.ReadAsByteArrayAsync(cancel),
            ContentType = answer.Content.Headers.ContentType?.ToString(),
        };
    }

    public void Dispose() => client.Dispose();
}
