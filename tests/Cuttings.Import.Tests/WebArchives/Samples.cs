using System.Text;
using AngleSharp.Html.Parser;
using Cuttings.Articles;
using Cuttings.Excerpts;
using Cuttings.Fetching;
using Cuttings.Import.WebArchives;

namespace Cuttings.Import.Tests.WebArchives;

/// <summary>Our own captures, and a page reader that takes h1 and p.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset May = new(2026, 5, 3, 8, 15, 30, 250, TimeSpan.Zero);

    public static string Page(string title, params string[] paragraphs) =>
        $"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body><h1>{title}</h1>{string.Concat(paragraphs.Select(text => $"<p>{text}</p>"))}</body></html>";

    public static byte[] Http(string body, string more = "", string status = "200 OK", string type = "text/html; charset=utf-8") =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{more}\r\n{body}");

    /// <summary>A plain record; <paramref name="length"/> is what it says of its block.</summary>
    public static byte[] Record(string type, string? uri, byte[] block, string? date = "2026-05-03T08:15:30Z", string more = "", long? length = null, string? contentType = "application/http; msgtype=response", string version = "WARC/1.1", string end = "\r\n\r\n")
    {
        var head = new StringBuilder($"{version}\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{Guid.Empty}>\r\n");
        head.Append(date is null ? "" : $"WARC-Date: {date}\r\n").Append(uri is null ? "" : $"WARC-Target-URI: {uri}\r\n").Append(more);
        head.Append(contentType is null ? "" : $"Content-Type: {contentType}\r\n").Append(length == -1 ? "" : $"Content-Length: {length ?? block.Length}\r\n").Append("\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. block, .. Encoding.UTF8.GetBytes(end)];
    }

    public static byte[] Response(string uri, string html, string date = "2026-05-03T08:15:30Z") => Record("response", uri, Http(html), date);

    public static byte[] Arc(string uri, byte[] block, string date = "20260503081530", long? length = null) =>
        [.. Encoding.UTF8.GetBytes($"{uri} 192.0.2.7 {date} text/html {length ?? block.Length}\n"), .. block, (byte)'\n'];

    public static byte[] ArcBegin() => Arc("filedesc://harbour.arc", "1 0 Harbour Echo\nURL IP-address Archive-date Content-type Archive-length\n"u8.ToArray());

    public static Fetched Fetch(string address, string html, DateTimeOffset? at = null) => new()
    {
        Outcome = FetchOutcome.Fetched,
        Asked = address,
        Address = address,
        Status = 200,
        At = at ?? May,
        RequestHead = Encoding.UTF8.GetBytes($"GET {new Uri(address).PathAndQuery} HTTP/1.1\r\nHost: {new Uri(address).Host}\r\nUser-Agent: cuttings\r\n\r\n"),
        ResponseHead = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(html)}\r\n\r\n"),
        Received = Encoding.UTF8.GetBytes(html),
        Body = Encoding.UTF8.GetBytes(html),
        ContentType = "text/html; charset=utf-8",
        ServerAddress = "192.0.2.7",
    };

    public static WarcOfFetch Maker()
    {
        var number = 0;
        return new(() => $"urn:uuid:00000000-0000-4000-8000-{++number:x12}");
    }

    public static async Task<byte[]> WaczAsync(int pages = 3, int mostPlain = CdxjIndex.MostPlain)
    {
        using var output = new MemoryStream();
        await using (var wacz = new WaczWriter(output, new("Harbour Echo", "Cuttings 0.1.0", May), mostPlain))
        {
            var maker = Samples.Maker();
            for (var n = 1; n <= pages; n++)
            {
                var (address, at) = ($"https://echo.example/ferry/{pages - n + 1}?b=2&a=1", May.AddMinutes(n));
                await wacz.AddAsync(maker.Write(Fetch(address, Page($"Ferry {n}", "The Marjan left at ten.", $"It carried {n} passengers."), at)).Bytes);
                await wacz.AddPageAsync(new(address, at, $"Ferry {n}", "The Marjan left at ten."));
            }

            await wacz.FinishAsync();
        }

        return output.ToArray();
    }

    internal sealed class PlainPages : IPageReader
    {
        public PageContent Read(ReadOnlyMemory<byte> page, string? contentType, string? address)
        {
            using var document = new HtmlParser().ParseDocument(new MemoryStream(page.ToArray()));
            var (title, text) = (document.QuerySelector("h1")?.TextContent, document.QuerySelectorAll("p").Select(part => part.TextContent).Where(part => part.Length > 0).ToList());
            return string.IsNullOrWhiteSpace(title) || text.Count == 0
                ? new() { Why = "There is no article." }
                : new() { Articles = [new() { Title = title, Body = Excerpt.OfParagraphs(text), Address = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? address }] };
        }
    }
}
