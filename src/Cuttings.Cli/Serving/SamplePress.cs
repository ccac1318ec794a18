using System.Globalization;
using System.Net;
using System.Text;
using Cuttings.Fetching;
using Cuttings.Sources;

namespace Cuttings.Cli.Serving;

/// <summary>The invented press of the sample, for a gateway: each article as its outlet printed it at a time, and one that is gone since. Nothing leaves the program.</summary>
internal sealed class SamplePress(string template) : IGateway
{
    /// <summary>The article that stands at each address now; what has none answers 404.</summary>
    public Dictionary<string, (Source Source, Edition Edition, string Language)> Printed { get; } = new(StringComparer.Ordinal);

    /// <summary>What time it is there.</summary>
    public DateTimeOffset Now { get; set; }

    public bool MayNameArchive => false;

    public ValueTask<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel = default)
    {
        var known = Printed.TryGetValue(request.Address, out var printed);
        var body = Encoding.UTF8.GetBytes(known ? Page(request.Address, printed.Source, printed.Edition, printed.Language) : "<!doctype html><title>Not found</title><h1>Not found</h1>");
        var date = Now.ToString("R", CultureInfo.InvariantCulture);
        return ValueTask.FromResult(new Fetched
        {
            Asked = request.Address,
            Address = request.Address,
            Outcome = known ? FetchOutcome.Fetched : FetchOutcome.NotFound,
            Status = known ? 200 : 404,
            Why = known ? null : $"{new Uri(request.Address).Host} answered 404.",
            At = Now,
            ContentType = "text/html; charset=utf-8",
            Body = body,
            Received = body,
            RequestHead = Encoding.ASCII.GetBytes($"GET {new Uri(request.Address).PathAndQuery} HTTP/1.1\r\nHost: {new Uri(request.Address).Host}\r\n\r\n"),
            ResponseHead = Encoding.ASCII.GetBytes($"HTTP/1.1 {(known ? "200 OK" : "404 Not Found")}\r\nDate: {date}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"),
        });
    }

    private string Page(string address, Source source, Edition edition, string language)
    {
        var page = template;
        foreach (var (field, text) in new[] { ("language", language), ("address", address), ("title", source.Title), ("outlet", source.Outlet), ("byline", source.Byline is { } byline ? $"By {byline}" : ""), ("published", source.Published?.Text) })
        {
            page = page.Replace($"{{{field}}}", WebUtility.HtmlEncode(text ?? ""), StringComparison.Ordinal);
        }

        return page.Replace("{paragraphs}", string.Join('\n', edition.Text.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>")), StringComparison.Ordinal);
    }
}
