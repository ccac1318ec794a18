using System.Text;
using Cuttings.Fetching;
using Cuttings.Import.Fetching;
using Cuttings.Import.Fetching.Addresses;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>Whatever is asked for and whatever comes, the answer is an outcome, never an exception.</summary>
public sealed class Noise
{
    private static readonly string[] Pieces =
    [
        "HTTP/1.1 200 OK\r\n", "HTTP/1.1 301 Moved\r\n", "HTTP/1.0 404 None\r\n", "HTTP/1.1 304 Same\r\n", "Content-Length: 5\r\n", "Content-Length: 5, 6\r\n", "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: gzip, chunked\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br, deflate\r\n", "Content-Encoding: ,,\r\n", "Location: http://[\r\n", "Location: //\r\n", "Location: \u00ff\u00fe\r\n", "Location: http://x:99999/\r\n",
        "Retry-After: -1\r\n", "Expires: never\r\n", "Cache-Control: max-age=\r\n", "Content-Type: ;;;\r\n", " folded\r\n", ":\r\n", "\0\r\n", "Set-Cookie: a=b\r\n", "Connection: keep-alive\r\n", "Trailer: x\r\n",
        "\r\n", "\r\n\r\n", "\n", "\r", "5\r\nHello\r\n", "0\r\n\r\n", "Hello", "\u001f\u008b\u0008\0", "<html>", "\u00ff\u00d8", "HTTP/", "1",
    ];

    [Fact]
    public async Task Any_answer_is_told_as_something()
    {
        var random = new Random(11);
        await using var server = new RawServer(call => call.SendAsync(Convert.FromHexString(call.Path[1..])));
        await using var gateway = new Gateway(Gateways.Settings(server) with { FirstBackOff = TimeSpan.FromTicks(1) }, TimeProvider.System);
        var outcomes = new HashSet<FetchOutcome>();
        for (var n = 0; n < 300; n++)
        {
            var answer = (n % 3 == 0 ? "" : "HTTP/1.1 200 OK\r\n") + string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var fetched = await gateway.FetchAsync(server.Address + Convert.ToHexString(Encoding.Latin1.GetBytes(answer)), FetchPurpose.ByHand);
            Assert.True(fetched.Outcome is FetchOutcome.Fetched or FetchOutcome.NotModified == fetched.Why is null, answer);
            outcomes.Add(fetched.Outcome);
        }

        Assert.True(outcomes.Count >= 3, string.Join(", ", outcomes));
    }

    [Fact]
    public void Any_address_is_taken_or_refused_in_a_sentence()
    {
        var random = new Random(12);
        var pieces = new[] { "http", "https", "ftp", ":", "//", "/", "@", "[", "]", "::1", ".", "..", "127", "0x", "%", "%25", "%00", "xn--", "xn--a", "orsa", ".example", "한글", "。", "\u00ad", "\ud800", "\u202e", "-", "_", "?", "#", "\\", " ", "8080", "ß", new string('a', 70) };
        var policy = new AddressPolicy(new());
        var taken = 0;
        for (var n = 0; n < 30_000; n++)
        {
            var address = (n % 2 == 0 ? "http://" : "") + string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (policy.Read(address, out var why) is { } read)
            {
                taken++;
                Assert.Equal(read.Text, policy.Read(read.Text, out _)?.Text);
                Assert.Matches("^[a-z0-9._:-]+$", read.Host);
            }
            else
            {
                Assert.EndsWith(".", why);
            }
        }

        Assert.True(taken > 100, $"{taken}");
    }
}
