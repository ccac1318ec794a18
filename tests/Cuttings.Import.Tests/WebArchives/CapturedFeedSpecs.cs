using System.IO.Compression;
using System.Text;
using Cuttings.Import.WebArchives;
using Cuttings.Importing;
using Xunit;

namespace Cuttings.Import.Tests.WebArchives;

/// <summary>Feeds among the captures of a web archive: their entries, but for those whose page was captured too.</summary>
public sealed class CapturedFeedSpecs
{
    private static readonly string Lamp = Entry(2, "Lamp", "It burned.");

    [Theory]
    [InlineData("application/rss+xml; charset=utf-8")]
    [InlineData("application/rdf+xml")]
    [InlineData("text/xml")]
    [InlineData("application/xml; charset=utf-8")]
    public async Task Entries_come_as_a_feed_in_a_file_gives_them(string type)
    {
        var (items, notes) = await WebArchiveFileSpecs.ReadAsync(Feed(Rss(Entry(1, "Ferry", "It ran."), Lamp), type: type));
        Assert.Equal(["Ferry", "Lamp"], items.Select(item => item.Cutting!.Cutting.Headline));
        var ferry = items[0].Cutting!;
        Assert.Equal(("feed echo.example", "echo-1", "harbour.warc byte 0 (https://echo.example/feed) entry 1", CuttingStatus.Draft), (ferry.Origin, ferry.ForeignId, ferry.Item, ferry.Cutting.Status));
        Assert.Equal("\"echo-1\"", ferry.Cutting.Extra["guid"]);
        var source = Assert.Single(ferry.Cutting.Sources);
        Assert.Equal(("https://echo.example/1", "Harbour Echo", "Ivo Tarn"), (source.Url, source.Outlet, source.Byline));
        var edition = Assert.Single(source.Editions);
        Assert.Equal((new DateTimeOffset(2026, 5, 3, 8, 15, 30, TimeSpan.Zero), (string?)null), (edition.Captured!.Value, edition.Digest));
        Assert.Equal(["harbour.warc: 1 record, 0 captured pages.", "harbour.warc: 1 was captured from a feed, whose entries were read."], notes);
    }

    [Fact]
    public async Task A_feed_captured_several_times_gives_each_entry_once_with_an_edition_for_each_text()
    {
        var (items, notes) = await WebArchiveFileSpecs.ReadAsync(
        [
            .. Feed(Rss(Entry(1, "Ferry", "It ran.")), "2026-05-01T00:00:00Z"),
            .. Feed(Rss(Lamp, Entry(1, "Ferry", "It ran late.")), "2026-05-02T00:00:00Z"),
            .. Feed(Rss(Lamp, Entry(1, "Ferry", "It ran late.")), "2026-05-03T00:00:00Z"),
            .. Feed(Rss(Entry(3, "Bell", "It rang."), Lamp), "2026-05-04T00:00:00Z"),
        ]);
        Assert.Equal(["Ferry", "Lamp", "Bell"], items.Select(item => item.Cutting!.Cutting.Headline));
        Assert.Equal(["It ran.", "It ran late."], items[0].Cutting!.Cutting.Sources[0].Editions.Select(edition => Assert.Single(edition.Text)));
        Assert.Equal("It ran late.", items[0].Cutting!.Cutting.Excerpt.ToText());
        Assert.Equal(2, items[1].Cutting!.Cutting.Sources[0].Editions[0].Captured!.Value.Day);
        Assert.Contains("harbour.warc: 3 were captured from a feed, whose entries were read.", notes);
        Assert.Contains("harbour.warc: 1 was captured again with the same bytes or text.", notes);
    }

    [Fact]
    public async Task An_entry_whose_page_was_captured_is_the_page()
    {
        var comment = Entry(4, "By: Ada Brae", "Well said.").Replace("example/4", "example/1#comment-4");
        var (items, notes) = await WebArchiveFileSpecs.ReadAsync(
        [
            .. Feed(Rss(Entry(1, "Ferry", "It ran."), Lamp, comment)),
            .. Samples.Response("https://echo.example/1", Samples.Page("Ferry", "It ran.", "It was full.")),
            .. Samples.Response("https://echo.example/2", "<ul><li>nothing here"),
        ]);
        Assert.Equal(["warc echo.example", "feed echo.example"], items.Select(item => item.Cutting!.Origin));
        Assert.Equal(["It ran.", "It was full."], items[0].Cutting!.Cutting.Sources[0].Editions[0].Text);
        Assert.Equal("Lamp", items[1].Cutting!.Cutting.Headline);
        Assert.Contains("harbour.warc: 2 were in a feed, and captured as a page too.", notes);
    }

    [Fact]
    public async Task What_is_packed_is_unpacked_and_what_only_might_have_been_a_feed_is_counted()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes("""{"version":"https://jsonfeed.org/version/1.1","title":"Echo","items":[{"id":"7","title":"Bell","content_text":"It rang."}]}"""));
        }

        byte[] json = [.. "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n"u8, .. packed.ToArray()];
        var (items, notes) = await WebArchiveFileSpecs.ReadAsync(
        [
            .. Samples.Record("response", "https://echo.example/feed.json", json),
            .. Samples.Record("response", "https://echo.example/sitemap.xml", Samples.Http("<urlset><url><loc>https://echo.example/</loc></url></urlset>", type: "text/xml")),
            .. Samples.Record("response", "https://echo.example/api", Samples.Http("{\"a\":1}", type: "application/json")),
            .. Samples.Record("response", "https://echo.example/broken", Samples.Http("nothing", type: "application/rss+xml")),
            .. Samples.Record("response", "https://echo.example/gone", Samples.Http(Rss(Lamp), status: "404 Not Found", type: "application/rss+xml")),
        ]);
        Assert.Equal("Bell", Assert.Single(items).Cutting!.Cutting.Headline);
        Assert.Contains("harbour.warc: 1 was captured from a feed, whose entries were read.", notes);
        Assert.Contains("harbour.warc: 3 were something else than pages: pictures, scripts, styles.", notes);
    }

    [Fact]
    public async Task A_feed_that_was_captured_at_another_address_before_is_read_by_its_revisit()
    {
        var digest = $"WARC-Payload-Digest: {LabelledDigest.Sha256(Encoding.UTF8.GetBytes(Rss(Lamp)))}\r\n";
        var (items, notes) = await WebArchiveFileSpecs.ReadAsync(
        [
            .. Samples.Record("response", "https://echo.example/feed", Samples.Http(Rss(Lamp), type: "application/rss+xml"), more: digest),
            .. Samples.Record("revisit", "https://echo.example/feed", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), "2026-06-01T00:00:00Z", digest),
            .. Samples.Record("revisit", "https://echo.example/rss", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), "2026-06-01T00:00:00Z", digest),
        ]);
        Assert.Single(items);
        Assert.Contains("harbour.warc: 1 was with an article that stands at another address too.", notes);
        Assert.Contains("harbour.warc: 3 records, 0 captured pages.", notes);
    }

    [Fact]
    public async Task Ten_thousand_entries_of_one_name_are_held_within_bounds()
    {
        var feed = Rss([.. Enumerable.Range(0, 10_000).Select(n => Entry(1, "Ferry", $"It ran {n} times."))]);
        var (items, _) = await WebArchiveFileSpecs.ReadAsync(Feed(feed));
        Assert.Equal(ArticleGathering.MostCaptures, Assert.Single(items).Cutting!.Cutting.Sources[0].Editions.Length);
    }

    private static byte[] Feed(string xml, string date = "2026-05-03T08:15:30Z", string type = "application/rss+xml") =>
        Samples.Record("response", "https://echo.example/feed", Samples.Http(xml, type: type), date);

    private static string Rss(params string[] entries) => $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Echo</title><link>https://echo.example/</link>{string.Concat(entries)}</channel></rss>";

    private static string Entry(int number, string title, string text) =>
        $"<item><title>{title}</title><link>https://echo.example/{number}</link><guid isPermaLink=\"false\">echo-{number}</guid><author>x@echo.example (Ivo Tarn)</author><description>{text}</description></item>";
}
