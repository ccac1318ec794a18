using System.IO.Compression;
using System.Text;
using Cuttings.Fetching;
using Cuttings.Import.Fetching;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>What an exchange is told as: all of it, as it went over the wire.</summary>
public sealed class Answers
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("<p>The Marjan left Orsa at ten.</p>\n");

    [Fact]
    public async Task An_answer_is_kept_as_it_came()
    {
        await using var server = new RawServer("HTTP/1.1 200 All well\r\nContent-Type:text/html; charset=euc-kr\r\nETag: W/\"7\"\r\nlast-modified: Tue, 03 Nov 2026 08:00:00 GMT\r\nLink: </hub>; rel=hub\r\nLink: </self>; rel=self\r\nCache-Control: max-age=600\r\nX-Odd:   a  b \r\nContent-Length: 5\r\n\r\nHello");
        await using var gateway = new Gateway(Gateways.Settings(server) with { ArchiveAddress = new("https://archive.example/") }, TimeProvider.System);
        var before = DateTimeOffset.UtcNow;
        var fetched = await gateway.FetchAsync(server.Address + "a b?q=ä");
        Assert.Equal(FetchOutcome.Fetched, fetched.Outcome);
        Assert.Null(fetched.Why);
        Assert.Equal((200, "text/html; charset=euc-kr", "W/\"7\"", "Tue, 03 Nov 2026 08:00:00 GMT", "</hub>; rel=hub, </self>; rel=self"), (fetched.Status, fetched.ContentType, fetched.ETag, fetched.LastModified, fetched.Link));
        Assert.Equal((TimeSpan.FromMinutes(10), "127.0.0.1", server.Address + "a%20b?q=%C3%A4", server.Address + "a b?q=ä"), (fetched.FreshFor!.Value, fetched.ServerAddress, fetched.Address, fetched.Asked));
        Assert.Equal("HTTP/1.1 200 All well\r\nContent-Type:text/html; charset=euc-kr\r\nETag: W/\"7\"\r\nlast-modified: Tue, 03 Nov 2026 08:00:00 GMT\r\nLink: </hub>; rel=hub\r\nLink: </self>; rel=self\r\nCache-Control: max-age=600\r\nX-Odd:   a  b \r\nContent-Length: 5\r\n\r\n", Latin1(fetched.ResponseHead));
        Assert.Equal(("Hello", "Hello"), (Latin1(fetched.Received), Latin1(fetched.Body)));
        Assert.Equal(server.Calls.Single().Head, Latin1(fetched.RequestHead));
        Assert.Equal($"GET /a%20b?q=%C3%A4 HTTP/1.1\r\nHost: {server.Endpoint}\r\nUser-Agent: Cuttings/0.1 (+https://archive.example/)\r\nAccept: text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8\r\nAccept-Language: *\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n", Latin1(fetched.RequestHead));
        Assert.InRange(fetched.At, before, DateTimeOffset.UtcNow);
        Assert.Empty(fetched.Redirects);
    }

    [Fact]
    public async Task Chunks_are_undone_and_not_named()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\nX: y\r\n\r\n6;a=b\r\nThe Ma\r\n5\r\nrjan.\r\n0\r\nTrailer: x\r\n\r\n");
        await using var gateway = Gateways.Of(server);
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.Equal((FetchOutcome.Fetched, "The Marjan.", "HTTP/1.1 200 OK\r\nX: y\r\n\r\n"), (fetched.Outcome, Latin1(fetched.Received), Latin1(fetched.ResponseHead)));
    }

    [Theory]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\nto the end")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\n\nto the end")]
    [InlineData("HTTP/1.1 200\r\n\r\nto the end")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nto the end")]
    [InlineData("HTTP/1.1 200 OK\r\nno header at all\r\nBad Name: x\r\n: y\r\nX-Bytes: \u0001\u0080\u00ff\0\r\nContent-Length : 10\r\nX-Folded: a\r\n b\r\n\r\nto the end")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: nine\r\n\r\nto the end")]
    public async Task What_browsers_overlook_is_overlooked(string answer)
    {
        await using var server = new RawServer(answer);
        await using var gateway = Gateways.Of(server);
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.Equal((FetchOutcome.Fetched, "to the end"), (fetched.Outcome, Latin1(fetched.Body)));
        Assert.DoesNotContain("103", Latin1(fetched.ResponseHead));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("deflate")]
    [InlineData("deflate", "raw")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("identity, gzip")]
    [InlineData("gzip", "twice")]
    [InlineData("")]
    [InlineData("identity")]
    public async Task Encodings_are_undone_and_the_bytes_as_sent_are_kept(string encoding, string kind = "")
    {
        // A gzip file may be several, one after the other (RFC 1952, 2.2).
        var sent = kind == "twice" ? [.. Encode(Text[..9], encoding, false), .. Encode(Text[9..], encoding, false)] : Encode(Text, encoding, kind == "raw");
        await using var server = new RawServer(Encoded(sent, encoding));
        await using var gateway = Gateways.Of(server);
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.Equal(FetchOutcome.Fetched, fetched.Outcome);
        Assert.Equal(Text, fetched.Body.ToArray());
        Assert.Equal(sent, fetched.Received.ToArray());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("utf-8")]
    [InlineData("zstd")]
    public async Task Plain_text_under_a_false_encoding_is_read_as_it_is(string encoding)
    {
        await using var server = new RawServer(Encoded(Text, encoding));
        await using var gateway = Gateways.Of(server);
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.Equal((FetchOutcome.Fetched, Encoding.UTF8.GetString(Text)), (fetched.Outcome, Encoding.UTF8.GetString(fetched.Body.Span)));
    }

    [Theory]
    [InlineData("gzip", 20)]
    [InlineData("deflate", 20)]
    [InlineData("br", 12)]
    [InlineData("br", 1)]
    [InlineData("gzip", 9)]
    [InlineData("deflate", 5)]
    [InlineData("gzip, br", 3)]
    public async Task What_cannot_be_decompressed_is_said_to_be_so(string encoding, int cut)
    {
        var text = new byte[20_000];
        new Random(5).NextBytes(text);
        var sent = Encode(text, encoding, false);
        await using var server = new RawServer(Encoded(sent[..^cut], encoding));
        await using var gateway = Gateways.Of(server);
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.Equal((FetchOutcome.BadAnswer, 0), (fetched.Outcome, fetched.Body.Length));
        Assert.Contains(encoding, fetched.Why);
    }

    [Fact]
    public async Task Encodings_one_in_another_are_undone_twice_and_no_more()
    {
        await using var server = new RawServer(Encoded(Encode(Text, "gzip, gzip, gzip", false), "gzip, gzip, gzip"));
        await using var gateway = Gateways.Of(server);
        Assert.Equal(FetchOutcome.BadAnswer, (await gateway.FetchAsync(server.Address)).Outcome);
    }

    [Theory]
    [InlineData(200, FetchOutcome.Fetched)]
    [InlineData(204, FetchOutcome.Fetched)]
    [InlineData(206, FetchOutcome.BadAnswer)]
    [InlineData(300, FetchOutcome.ErrorStatus)]
    [InlineData(302, FetchOutcome.ErrorStatus)]
    [InlineData(304, FetchOutcome.BadAnswer)]
    [InlineData(400, FetchOutcome.ErrorStatus)]
    [InlineData(401, FetchOutcome.Denied)]
    [InlineData(402, FetchOutcome.Denied)]
    [InlineData(403, FetchOutcome.Denied)]
    [InlineData(404, FetchOutcome.NotFound)]
    [InlineData(407, FetchOutcome.Denied)]
    [InlineData(410, FetchOutcome.Gone)]
    [InlineData(418, FetchOutcome.ErrorStatus)]
    [InlineData(429, FetchOutcome.Later)]
    [InlineData(451, FetchOutcome.Denied)]
    [InlineData(500, FetchOutcome.ErrorStatus)]
    [InlineData(503, FetchOutcome.ErrorStatus)]
    [InlineData(503, FetchOutcome.Later, "Retry-After: 9\r\n")]
    [InlineData(599, FetchOutcome.ErrorStatus)]
    [InlineData(600, FetchOutcome.BadAnswer)]
    [InlineData(999, FetchOutcome.BadAnswer)]
    public async Task Each_status_is_told_as_what_it_means(int status, FetchOutcome outcome, string headers = "")
    {
        await using var server = new RawServer(status is 204 or 304 ? $"HTTP/1.1 {status} X\r\n\r\n" : RawServer.Page("why", headers, status));
        await using var gateway = Gateways.Of(server);
        var fetched = await gateway.FetchAsync(server.Address);
        Assert.Equal((outcome, status), (fetched.Outcome, fetched.Status));
        Assert.Equal(outcome == FetchOutcome.Fetched, fetched.Why is null);
        Assert.Equal(status is >= 400 or 200 or 206 ? "why" : "", Latin1(fetched.Body)[..Math.Min(3, fetched.Body.Length)]);
    }

    [Fact]
    public async Task What_is_known_is_asked_for_by_its_marks_and_not_sent_again()
    {
        await using var server = new RawServer(call => call.SendAsync(call.Header("If-None-Match") == "\"\u00e9\"" && call.Header("If-Modified-Since") == "Tue" ? "HTTP/1.1 304 Same\r\nETag: \"\u00e9\"\r\n\r\n" : RawServer.Page("new", "ETag: \"\u00e9\"\r\nLast-Modified: Tue\r\n")));
        await using var gateway = Gateways.Of(server);
        var first = await gateway.FetchAsync(server.Address);
        var second = await gateway.FetchAsync(new FetchRequest(server.Address) { ETag = first.ETag, LastModified = first.LastModified });
        Assert.Equal((FetchOutcome.Fetched, FetchOutcome.NotModified, 304, "\"\u00e9\""), (first.Outcome, second.Outcome, second.Status, second.ETag));

        // What was kept cannot put a header of its own into the request.
        await gateway.FetchAsync(new FetchRequest(server.Address) { ETag = "\"a\"\r\nX-Evil: 1", Accept = "text/x\r\nX-Evil: 1" });
        Assert.DoesNotContain("Evil", server.Calls.Last().Head);
    }

    [Fact]
    public async Task Redirects_are_followed_and_told()
    {
        await using var last = new RawServer(RawServer.Page("here"));
        await using var server = new RawServer(call => call.SendAsync(call.Path switch
        {
            "/a" => "HTTP/1.1 301 Moved\r\nLocation: b/../c?x=1#part\r\n\r\n",
            "/c?x=1" => "HTTP/1.1 302 Found\r\nLocation: /%EA\u00b8\u0080\u00ed\u0095\u009c\r\n\r\n",
            _ => $"HTTP/1.1 308 Moved\r\nLocation: {last.Address}\r\nContent-Length: 99999999\r\n\r\n",
        }));
        await using var gateway = Gateways.Of(server, last);
        var fetched = await gateway.FetchAsync(server.Address + "a#top");
        Assert.Equal((FetchOutcome.Fetched, "here", last.Address, server.Address + "a#top"), (fetched.Outcome, Latin1(fetched.Body), fetched.Address, fetched.Asked));
        Assert.Equal([(server.Address + "a", 301), (server.Address + "c?x=1", 302)], fetched.Redirects.Take(2).Select(redirect => (redirect.Address, redirect.Status)));
        Assert.Equal(308, fetched.Redirects[2].Status);
        Assert.Equal(last.Calls.Single().Head, Latin1(fetched.RequestHead));
    }

    [Theory]
    [InlineData(303, "GET")]
    [InlineData(302, "GET")]
    [InlineData(307, "POST")]
    public async Task What_is_sent_is_sent_once_more_only_where_the_redirect_says_so(int status, string method)
    {
        await using var server = new RawServer(call => call.SendAsync(call.Path == "/hub" ? $"HTTP/1.1 {status} X\r\nLocation: /other\r\n\r\n" : "HTTP/1.1 202 Accepted\r\n\r\n"));
        await using var gateway = Gateways.Of(server);
        var fetched = await gateway.FetchAsync(new FetchRequest(server.Address + "hub") { Content = "hub.mode=subscribe"u8.ToArray() });
        Assert.Equal((FetchOutcome.Fetched, 202), (fetched.Outcome, fetched.Status));
        Assert.Equal(["POST", method], server.Calls.Select(call => call.Head.Split(' ')[0]));
        Assert.Equal("application/x-www-form-urlencoded", server.Calls.First().Header("Content-Type"));
    }

    [Fact]
    public async Task Who_no_longer_wants_it_hears_so_at_once()
    {
        await using var server = new RawServer(call => call.HangAsync());
        await using var gateway = Gateways.Of(server);
        using var cancel = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await gateway.FetchAsync(new FetchRequest(server.Address), cancel.Token));
        Assert.Equal(FetchOutcome.TimedOut, (await gateway.FetchAsync(server.Address, FetchPurpose.ByHand)).Outcome);
    }

    internal static byte[] Encode(byte[] bytes, string encodings, bool raw)
    {
        foreach (var encoding in encodings.Split(", "))
        {
            using var to = new MemoryStream();
            using (Stream coder = encoding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" when raw => new DeflateStream(to, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true),
                _ => new BufferedStream(to),
            })
            {
                coder.Write(bytes);
                coder.Flush();
                bytes = encoding is "" or "identity" ? to.ToArray() : bytes;
            }

            bytes = encoding is "" or "identity" ? bytes : to.ToArray();
        }

        return bytes;
    }

    private static string Encoded(byte[] sent, string encoding) =>
        $"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {sent.Length}\r\n\r\n{Encoding.Latin1.GetString(sent)}";

    private static string Latin1(ReadOnlyMemory<byte> bytes) => Encoding.Latin1.GetString(bytes.Span);
}
