using System.Net;
using Cuttings.Fetching;

namespace Cuttings.Import.Fetching.Answers;

/// <summary>What came of one request on one connection, before anyone asks what it means.</summary>
internal sealed record Answer
{
    /// <summary>What went wrong below HTTP's own statuses; null where the answer came whole.</summary>
    public FetchFault? Fault { get; init; }

    public int Status { get; init; }

    public DateTimeOffset At { get; init; }

    public ReadOnlyMemory<byte> RequestHead { get; init; }

    public ReadOnlyMemory<byte> ResponseHead { get; init; }

    public ReadOnlyMemory<byte> Received { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public IPAddress? Server { get; init; }

    public AnswerHeaders Headers { get; init; } = AnswerHeaders.None;
}

/// <summary>The headers that matter here, as sent; bytes beyond ASCII are Latin-1 characters, so that they can be sent back as they came.</summary>
internal sealed record AnswerHeaders(string? ContentType, string? ETag, string? LastModified, string? Link, string? Location, string? RetryAfter, string? Date, string? CacheControl, string? Expires, string? Age, string? ContentEncoding)
{
    public static readonly AnswerHeaders None = new(null, null, null, null, null, null, null, null, null, null, null);

    public static AnswerHeaders Of(HttpResponseMessage response)
    {
        return new(Value("Content-Type"), Value("ETag"), Value("Last-Modified"), All("Link"), Value("Location"), Value("Retry-After"), Value("Date"), All("Cache-Control"), Value("Expires"), Value("Age"), All("Content-Encoding"));

        string? Value(string name) => All(name, first: true);

        string? All(string name, bool first = false)
        {
            var values = response.Headers.NonValidated.TryGetValues(name, out var found) || response.Content.Headers.NonValidated.TryGetValues(name, out found) ? found.ToArray() : [];
            return values.Length == 0 ? null : first ? values[0].Trim() : string.Join(", ", values.Select(value => value.Trim()));
        }
    }
}
