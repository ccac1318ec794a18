using System.Text;
using Cuttings.Import.WebArchives;
using Cuttings.Importing;
using Xunit;

namespace Cuttings.Import.Tests.WebArchives;

public sealed class WebArchiveFileSpecs
{
    private static readonly byte[] Ferry = Samples.Response("https://echo.example/ferry", Samples.Page("Ferry", "It ran.", "It was full."));

    [Fact]
    public async Task A_captured_page_becomes_a_draft_whose_source_it_is()
    {
        var (items, _) = await ReadAsync(Ferry);
        var incoming = Assert.Single(items).Cutting!;
        Assert.Equal(("Ferry", CuttingStatus.Draft, "warc echo.example", "https://echo.example/ferry"), (incoming.Cutting.Headline, incoming.Cutting.Status, incoming.Origin, incoming.ForeignId));
        Assert.Equal("harbour.warc byte 0 (https://echo.example/ferry)", incoming.Item);
        var edition = Assert.Single(Assert.Single(incoming.Cutting.Sources).Editions);
        Assert.Equal(new DateTimeOffset(2026, 5, 3, 8, 15, 30, TimeSpan.Zero), edition.Captured);
        Assert.Equal(LabelledDigest.Sha256(Encoding.UTF8.GetBytes(Samples.Page("Ferry", "It ran.", "It was full."))), edition.Digest);
        Assert.Equal(["It ran.", "It was full."], edition.Text);
        Assert.False(edition.Truncated);
    }

    public static TheoryData<string> Forms => ["plain", "members", "one gzip", "arc", "arc members", "not seekable", "wacz"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_address_captured_several_times_is_one_cutting_with_an_edition_for_each_text(string form)
    {
        (string Uri, string Html, string Date)[] captures =
        [
            ("https://echo.example/ferry", Samples.Page("Ferry", "It ran."), "2026-05-01T00:00:00Z"),
            ("https://echo.example/lamp", Samples.Page("Lamp", "It burned."), "2026-05-01T00:00:00Z"),
            ("https://echo.example/ferry", Samples.Page("Ferry", "It ran late."), "2026-05-03T00:00:00Z"),
            ("https://echo.example/ferry", Samples.Page("Ferry", "It ran late.") + "<!-- 2 -->", "2026-05-04T00:00:00Z"),
            ("https://echo.example/ferry", Samples.Page("Ferry", "It ran."), "2026-05-02T00:00:00Z"),
        ];
        byte[] file = form switch
        {
            "plain" or "not seekable" => [.. captures.SelectMany(one => Samples.Response(one.Uri, one.Html, one.Date))],
            "members" => [.. captures.SelectMany(one => ReadingOf.Packed(Samples.Response(one.Uri, one.Html, one.Date)))],
            "one gzip" => ReadingOf.Packed([.. captures.SelectMany(one => Samples.Response(one.Uri, one.Html, one.Date))]),
            "arc" => [.. Samples.ArcBegin(), .. captures.SelectMany(one => Samples.Arc(one.Uri, Samples.Http(one.Html), one.Date.Replace("-", "").Replace("T", "").Replace(":", "").Replace("Z", "")))],
            "arc members" => [.. ReadingOf.Packed(Samples.ArcBegin()), .. captures.SelectMany(one => ReadingOf.Packed(Samples.Arc(one.Uri, Samples.Http(one.Html), one.Date.Replace("-", "").Replace("T", "").Replace(":", "").Replace("Z", ""))))],
            _ => await WaczOfAsync(captures),
        };
        var (items, notes) = await ReadAsync(file, seekable: form != "not seekable");
        Assert.All(items, item => Assert.Null(item.Failed));
        Assert.Equal(["Ferry", "Lamp"], items.Select(item => item.Cutting!.Cutting.Headline));
        var source = Assert.Single(items[0].Cutting!.Cutting.Sources);
        Assert.Equal(["It ran.", "It ran late."], source.Editions.Select(edition => Assert.Single(edition.Text)));
        Assert.Equal([1, 3], source.Editions.Select(edition => edition.Captured!.Value.Day));
        Assert.Equal("It ran late.", items[0].Cutting!.Cutting.Excerpt.ToText());
        Assert.Contains(notes, sentence => sentence.Contains("5 captured pages", StringComparison.Ordinal));
        Assert.Contains(notes, sentence => sentence.Contains("2 were captured again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_revisit_of_another_address_gives_its_page_and_one_of_the_same_nothing_new()
    {
        var html = Samples.Page("Ferry", "It ran.");
        var digest = $"WARC-Payload-Digest: {LabelledDigest.Sha256(Encoding.UTF8.GetBytes(html))}\r\n";
        byte[] Revisit(string uri, string more) => Samples.Record("revisit", uri, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), "2026-06-01T00:00:00Z", more);
        var (items, notes) = await ReadAsync(
        [
            .. Samples.Record("response", "https://echo.example/a", Samples.Http(html), more: digest),
            .. Revisit("https://echo.example/a", digest),
            .. Revisit("https://echo.example/b", digest),
            .. Revisit("https://echo.example/c", "WARC-Refers-To-Target-URI: <https://echo.example/a>\r\n"),
            .. Revisit("https://echo.example/d", "WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"),
        ]);
        Assert.Equal(["https://echo.example/a", "https://echo.example/b", "https://echo.example/c"], items.Select(item => item.Cutting!.Cutting.Sources[0].Url));
        Assert.Equal(6, items[1].Cutting!.Cutting.Sources[0].Editions[0].Captured!.Value.Month);
        Assert.Contains(notes, sentence => sentence.Contains("1 was captured elsewhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_article_is_counted_and_what_is_damaged_fails_by_name()
    {
        var cut = Samples.Response("https://echo.example/cut", Samples.Page("Cut", "It was here.", "Then it was not."));
        var (items, notes) = await ReadAsync(
        [
            .. Samples.Record("response", "https://echo.example/x.png", Samples.Http("png", type: "image/png")),
            .. Samples.Record("response", "https://echo.example/gone", Samples.Http("gone", status: "404 Not Found")),
            .. Samples.Response("https://echo.example/list", "<ul><li>no article"),
            .. "garbage between\r\n"u8,
            .. Ferry,
            .. cut[..^40],
        ]);
        Assert.Equal(2, items.Count(item => item.Failed is not null));
        Assert.Contains("17 bytes here are no record", items[0].Failed!.Why, StringComparison.Ordinal);
        Assert.Contains("(https://echo.example/cut)", items[1].Failed!.Item, StringComparison.Ordinal);
        Assert.Equal(["Ferry", "Cut"], items.Where(item => item.Cutting is not null).Select(item => item.Cutting!.Cutting.Headline));
        Assert.True(items[^1].Cutting!.Cutting.Sources[0].Editions[0].Truncated);
        Assert.Equal(
            ["harbour.warc: 5 records, 3 captured pages.", "harbour.warc: 1 was without an article: listings, forms, empty pages.", "harbour.warc: 1 was answered with a redirect or an error.", "harbour.warc: 1 was something else than pages: pictures, scripts, styles."],
            notes);
    }

    [Fact]
    public async Task The_same_article_at_a_second_address_comes_once()
    {
        var html = Samples.Page("Ferry", "It ran.").Replace("<title>", "<link rel=canonical href='https://echo.example/ferry'><title>");
        var (items, notes) = await ReadAsync([.. Samples.Response("https://echo.example/ferry", html), .. Samples.Response("https://echo.example/ferry?from=feed", html)]);
        Assert.Single(items);
        Assert.Contains(notes, sentence => sentence.Contains("stands at another address too", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_small_memory_the_file_is_gone_through_piece_by_piece()
    {
        var file = Enumerable.Range(0, 25).SelectMany(n => ReadingOf.Packed(Samples.Response($"https://echo.example/{n % 20}", Samples.Page($"Ferry {n % 20}", $"It ran {n} times.")))).ToArray();
        await using var reading = new CaptureReading([new("a", new MemoryStream(file))], new Samples.PlainPages(), window: 7);
        var items = await reading.ReadAsync(default).ToListAsync();
        Assert.Equal(25, items.Count(item => item.Cutting is not null));
        Assert.Equal(Enumerable.Range(0, 25).Select(n => $"It ran {n} times."), items.Select(item => item.Cutting!.Cutting.Excerpt.ToText()));
    }

    [Fact]
    public async Task Content_tells_what_a_web_archive_is()
    {
        Assert.True(WebArchiveFile.Looks(Ferry));
        Assert.True(WebArchiveFile.Looks(ReadingOf.Packed(Ferry)));
        Assert.True(WebArchiveFile.Looks(ReadingOf.Packed(Ferry).AsSpan(0, 200)));
        Assert.True(WebArchiveFile.Looks(Samples.ArcBegin()));
        Assert.True(WebArchiveFile.Looks(ReadingOf.Packed(Samples.ArcBegin())));
        Assert.True(WebArchiveFile.Looks(await Samples.WaczAsync()));
        Assert.False(WebArchiveFile.Looks([]));
        Assert.False(WebArchiveFile.Looks("WARC is a format\n"u8));
        Assert.False(WebArchiveFile.Looks(ReadingOf.Packed("just a text"u8.ToArray())));
        Assert.False(WebArchiveFile.Looks("PK\u0003\u0004 some other zip file, longer than a header"u8));
        Assert.False(WebArchiveFile.Looks([0x1F, 0x8B, 8, 0, 1, 2, 3]));
    }

    private static async Task<byte[]> WaczOfAsync((string Uri, string Html, string Date)[] captures)
    {
        using var output = new MemoryStream();
        await using var wacz = new WaczWriter(output, new("Harbour Echo", "Cuttings", Samples.May));
        foreach (var (uri, html, date) in captures)
        {
            Assert.Empty(await wacz.AddAsync(ReadingOf.Packed(Samples.Response(uri, html, date))));
        }

        await wacz.FinishAsync();
        return output.ToArray();
    }

    internal static async Task<(List<ReadItem> Items, List<string> Notes)> ReadAsync(byte[] file, bool seekable = true)
    {
        var notes = new List<string>();
        await using Stream stream = seekable ? new MemoryStream(file) : new PeekedStream(default, new MemoryStream(file));
        return (await WebArchiveFile.ReadAsync(stream, "harbour.warc", new Samples.PlainPages(), notes.Add).ToListAsync(), notes);
    }
}
