using System.Text;
using CsCheck;
using Cuttings.Articles;
using Cuttings.Excerpts;
using Cuttings.Import.SavedPages;
using Cuttings.Importing;
using Xunit;

namespace Cuttings.Import.Tests.SavedPages;

public class MhtmlSpecs
{
    private const string Html = "<!DOCTYPE html><html><head><title>Ferry runs</title></head><body><p>The café on the quay — open.</p></body></html>";

    private static readonly string Chrome = $"""
        From: <Saved by Blink>
        Snapshot-Content-Location: https://echo.example/ferry?a=1
        Subject: Ferry runs
        Date: Wed, 9 Mar 2011 08:30:00 +0900
        MIME-Version: 1.0
        Content-Type: multipart/related;
        	type="text/html";
        	boundary="----MultipartBoundary--quay----"


        ------MultipartBoundary--quay----
        Content-Type: text/html
        Content-ID: <frame-1@mhtml.blink>
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://echo.example/ferry?a=1

        {Quoted(Html)}
        ------MultipartBoundary--quay----
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://echo.example/a.png

        iVBORw0KGgo=
        ------MultipartBoundary--quay------

        """.ReplaceLineEndings("\r\n");

    [Fact]
    public void A_page_saved_by_Chrome_is_read_with_its_address_and_time()
    {
        var (item, page) = Read(Encoding.UTF8.GetBytes(Chrome));
        Assert.True(MhtmlFile.Looks(Encoding.UTF8.GetBytes(Chrome)));
        Assert.Equal((Html, "text/html", "https://echo.example/ferry?a=1"), (Encoding.UTF8.GetString(page.Bytes), page.Type, page.Address));
        var source = Assert.Single(item.Cutting!.Cutting.Sources);
        Assert.Equal("https://echo.example/ferry?a=1", source.Url);
        Assert.Equal(new DateTimeOffset(2011, 3, 9, 8, 30, 0, TimeSpan.FromHours(9)), source.Editions[0].Captured);
        Assert.Equal("sha-256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(page.Bytes)), source.Editions[0].Digest);
        Assert.False(source.Editions[0].Truncated);
    }

    [Theory]
    [InlineData("base64", "windows-1252")]
    [InlineData("quoted-printable", "utf-8")]
    [InlineData("8bit", "euc-kr")]
    [InlineData("binary", "utf-8")]
    public void The_page_is_decoded_and_its_charset_handed_on(string encoding, string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var html = charset == "euc-kr" ? "<p>연락선 운항</p>" : Html;
        var bytes = Encoding.GetEncoding(charset).GetBytes(html);
        var coded = encoding switch { "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)), "quoted-printable" => Encoding.ASCII.GetBytes(Quoted(html)), _ => bytes };
        var head = $"From: \"Saved by Internet Explorer 11\"\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"=_quay\"\r\n\r\nThis is a page in several parts.\r\n\r\n--=_quay\r\nContent-Type: text/html;\r\n\tcharset=\"{charset}\"\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: http://echo.example/ferry\r\n\r\n";
        var (_, page) = Read([.. Encoding.ASCII.GetBytes(head), .. coded, .. "\r\n--=_quay--\r\n"u8]);
        Assert.Equal(html, Encoding.GetEncoding(charset).GetString(page.Bytes).TrimEnd());
        Assert.Equal($"text/html; charset={charset}", page.Type);
    }

    [Fact]
    public void The_root_is_the_part_that_the_head_names()
    {
        const string Named = "MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; start=\"<page@quay>\"; boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-ID: <frame@quay>\n\nframe\n--b\nContent-Type: text/html\nContent-ID: <page@quay>\nContent-Base: https://echo.example/a/\nContent-Location: ferry.html\n\npage\n--b--\n";
        var (_, page) = Read(Encoding.ASCII.GetBytes(Named));
        Assert.Equal(("page", "https://echo.example/a/ferry.html"), (Encoding.ASCII.GetString(page.Bytes).Trim(), page.Address));
        var (_, snapshot) = Read(Encoding.ASCII.GetBytes(Named.Replace("; start=\"<page@quay>\"", "", StringComparison.Ordinal).Replace("MIME-Version", "Snapshot-Content-Location: https://echo.example/b\nMIME-Version", StringComparison.Ordinal).Replace("Content-Location: ferry.html", "Content-Location: https://echo.example/b", StringComparison.Ordinal)));
        Assert.Equal(("page", "https://echo.example/b"), (Encoding.ASCII.GetString(snapshot.Bytes).Trim(), snapshot.Address));
    }

    [Fact]
    public void A_page_without_parts_is_read() =>
        Assert.Equal("page", Encoding.ASCII.GetString(Read("MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: https://echo.example/a\n\npage"u8.ToArray()).Page.Bytes));

    [Fact]
    public void A_file_that_ends_inside_the_page_says_so()
    {
        var (item, _) = Read(Encoding.UTF8.GetBytes(Chrome[..Chrome.IndexOf("quay =E2", StringComparison.Ordinal)]));
        Assert.True(item.Cutting!.Cutting.Sources[0].Editions[0].Truncated);
    }

    [Theory]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--\n", "No page is in it")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n", "No page is in it")]
    [InlineData("", "")]
    public void Where_there_is_no_page_one_sentence_says_so(string file, string why)
    {
        var failed = Assert.Single(MhtmlFile.ReadAsync(new MemoryStream(Encoding.ASCII.GetBytes(file)), "a.mhtml", new Remembering()).ToBlockingEnumerable()).Failed!;
        Assert.StartsWith(why, failed.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--b\nContent-Type: text/plain\n\nx\n")]
    [InlineData("X-A: b\n")]
    [InlineData("--b\nContent-Type: multipart/mixed; boundary=b\n\n")]
    [InlineData("--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=b\n\n")]
    [InlineData("a")]
    [InlineData("a\n")]
    [InlineData("=\n")]
    public void Ten_megabytes_of_one_thing_end_in_bounds(string piece)
    {
        var file = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n" + string.Concat(Enumerable.Repeat(piece, 10_000_000 / piece.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Single(MhtmlFile.ReadAsync(new MemoryStream(Encoding.ASCII.GetBytes(file)), "a.mhtml", new Remembering()).ToBlockingEnumerable());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "Reading hangs.");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 300_000_000, "Too much memory.");
    }

    [Fact]
    public void Whatever_bytes_come_there_is_an_item()
    {
        var seed = Encoding.UTF8.GetBytes(Chrome);
        Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Int[0, 40], Gen.Byte.Array[0, 6]).Array[1, 8].Sample(
            changes =>
            {
                var bytes = new List<byte>(seed);
                foreach (var (at, gone, put) in changes)
                {
                    var place = Math.Min(at, bytes.Count);
                    bytes.RemoveRange(place, Math.Min(gone, bytes.Count - place));
                    bytes.InsertRange(place, put);
                }

                var item = Assert.Single(MhtmlFile.ReadAsync(new MemoryStream([.. bytes]), "a.mhtml", new Remembering()).ToBlockingEnumerable());
                Assert.True(item.Cutting is not null || item.Failed is { Why.Length: > 0 });
            },
            iter: 2000,
            threads: 2);
    }

    [Theory]
    [InlineData("Category: Ferries\n\nMIME-Version: 1.0 and Content-Type: multipart/related are what a saved page begins with.")]
    [InlineData("<html>MIME-Version: 1.0\nContent-Type: multipart/related</html>")]
    public void Other_files_do_not_look_like_it(string file) => Assert.False(MhtmlFile.Looks(Encoding.ASCII.GetBytes(file)));

    private static (ReadItem Item, Remembering Page) Read(byte[] file)
    {
        var pages = new Remembering();
        return (Assert.Single(MhtmlFile.ReadAsync(new MemoryStream(file), "a.mhtml", pages).ToBlockingEnumerable()), pages);
    }

    private static string Quoted(string html) => string.Concat(Encoding.UTF8.GetBytes(html).Select((sign, n) => (n % 60 == 59 ? "=\r\n" : "") + (sign is >= 33 and <= 126 and not (byte)'=' or (byte)' ' ? ((char)sign).ToString() : $"={sign:X2}")));

    // What a page is made of is another reader's affair: this one takes any as an article and remembers what it was given.
    private sealed class Remembering : IPageReader
    {
        public byte[] Bytes { get; private set; } = [];

        public string? Type { get; private set; }

        public string? Address { get; private set; }

        public PageContent Read(ReadOnlyMemory<byte> page, string? contentType, string? address)
        {
            (Bytes, Type, Address) = (page.ToArray(), contentType, address);
            return new() { Articles = [new Article { Title = "Ferry runs", Body = Excerpt.OfParagraphs("It ran.") }] };
        }
    }
}
