using System.IO.Compression;
using System.Text;
using Cuttings.Import.WebArchives;
using Xunit;

namespace Cuttings.Import.Tests.WebArchives;

public sealed class HttpSpecs
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("The Marjan left at ten. " + new string('x', 500));

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("deflate, gzip")]
    public void Content_encodings_are_undone(string encoding)
    {
        var body = encoding.Split(", ").Aggregate(Text, Pack);
        var read = Decode($"Content-Encoding: {encoding.Replace("raw ", "")}\r\n", body);
        Assert.Equal((true, null), (read.IsWhole, read.Why));
        Assert.Equal(Text, read.Content);
        Assert.Equal(body, read.Payload);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void An_encoding_that_is_not_there_is_passed_over(string encoding)
    {
        var read = Decode($"Content-Encoding: {encoding}\r\n", Text);
        Assert.Equal(Text, read.Content);
        Assert.Contains("and is not", read.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_that_is_not_announced_is_undone() => Assert.Equal(Text, Decode("", Pack(Text, "gzip")).Content);

    [Fact]
    public void Chunks_are_joined_with_their_extensions_and_trailers_left_out()
    {
        var read = Decode("Transfer-Encoding: chunked\r\n", "5;name=x\r\nThe M\r\n00006 \r\narjan.\r\n0\r\nX-Sum: 1\r\n\r\n"u8.ToArray());
        Assert.Equal("The Marjan."u8, read.Content.Span);
        Assert.True(read.IsWhole);
    }

    [Theory]
    [InlineData("The Marjan left at ten.", "The Marjan left at ten.", true)]
    [InlineData("5\r\nThe M\r\nzz\r\n", "The M", false)]
    [InlineData("50\r\nThe M", "The M", false)]
    [InlineData("ffffffffffffffffffff\r\nThe M", "ffffffffffffffffffff\r\nThe M", true)]
    public void Chunks_that_are_none_or_break_off_give_what_is_there(string body, string content, bool whole)
    {
        var read = Decode("Transfer-Encoding: chunked\r\n", Encoding.UTF8.GetBytes(body));
        Assert.Equal((content, whole), (Encoding.UTF8.GetString(read.Content.Span), read.IsWhole));
        Assert.NotNull(read.Why);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void A_bomb_is_read_to_the_limit_only(string encoding)
    {
        var read = Decode($"Content-Encoding: {encoding}\r\n", Pack(new byte[50_000_000], encoding));
        Assert.Equal((1 << 20, false), (read.Content.Length, read.IsWhole));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", 200, 25)]
    [InlineData("HTTP/1.1 200 OK\nA: b\n\nbody", 200, 22)]
    [InlineData("HTTP/2 404\r\n\r\n", 404, 14)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /", 302, 31)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 0, 18)]
    public void Heads_are_read_leniently(string message, int status, int length)
    {
        var head = HttpHead.Read(Encoding.UTF8.GetBytes(message))!;
        Assert.Equal((status, length), (head.Status, head.Length));
    }

    [Fact]
    public void What_is_no_head_is_none() => Assert.Null(HttpHead.Read("<html>"u8));

    [Theory]
    [InlineData("sha1:2JMJ7L5RSW0YVB", false)]
    [InlineData("sha1:2jmj7l5rSw0yVb/vlWAYkK/YBwk=", true)]
    [InlineData("SHA-1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", true)]
    [InlineData("sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709", true)]
    [InlineData("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", true)]
    [InlineData("sha-256:4OYMIQUY7QOBJGX36TEJS35ZEQT24QPEMSNZGTFESWMRW6CSXBKQ====", true)]
    [InlineData("md5:d41d8cd98f00b204e9800998ecf8427e", true)]
    public void Digests_of_nothing_are_known_in_every_spelling(string text, bool matches)
    {
        var digest = LabelledDigest.Parse(text)!;
        Assert.Equal(matches, digest.Is(System.Security.Cryptography.CryptographicOperations.HashData(digest.Algorithm, [])));
    }

    private static HttpBody Decode(string headers, byte[] body) => HttpBody.Decode(HttpHead.Read(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\n{headers}\r\n"))!, body, 1 << 20);

    private static byte[] Pack(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            "raw deflate" => new DeflateStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new BufferedStream(packed),
        })
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
