using System.Text;
using CsCheck;
using Cuttings.Import.Feeds;
using Cuttings.Import.Feeds.Discovery;
using Cuttings.Import.Feeds.Opml;
using Cuttings.Subscriptions;
using Xunit;

namespace Cuttings.Import.Tests.Feeds;

/// <summary>Feeds with something wrong: what can be saved is saved and the damage named, or one sentence says why not.</summary>
public class IllFormedTests
{
    private static readonly string Whole = Written(12);

    [Fact]
    public void Cut_off_anywhere_every_whole_entry_is_kept()
    {
        for (var n = 1; n <= 100; n++)
        {
            var cut = Whole[..(Whole.Length * n / 101)];
            var entries = cut.Split("</item>").Length - 1;
            var (feed, why) = Read(Encoding.UTF8.GetBytes(cut));
            Assert.True(feed is not null || entries == 0 && why is { Length: > 0 }, $"{n}: {why}");
            Assert.True(entries == 0 || feed!.Items.Length >= entries && feed.Damage.Length > 0, $"{n}: {feed?.Items.Length} of {entries}");
            for (var entry = 0; entry < entries; entry++)
            {
                Whole_entry(entry, feed!.Items[entry]);
            }
        }
    }

    [Theory]
    [InlineData("&", "<title>Night ferry", "<title>Night & day; ferry")]
    [InlineData("&nbsp;", "<title>Night ferry", "<title>Night&nbsp;ferry")]
    [InlineData("undeclared prefix", "<guid>", "<x:y>z</x:y><guid>")]
    [InlineData("unknown entity", "left at ten", "left &harbour; at ten")]
    [InlineData("control characters", "<title>", "<title>\u0001\u0008\u001F")]
    [InlineData("title not closed", "</title><link>", "<link>")]
    [InlineData("guid not closed", "</guid>", "")]
    [InlineData("item not closed", "</item><item>", "<item>")]
    [InlineData("description not closed", "</description>", "")]
    [InlineData("stray end tags", "<link>", "</b></x:y><link>")]
    [InlineData("attribute without quotes", "<guid>", "<category domain=x>y</category><guid>")]
    [InlineData("attribute without end", "<guid>", "<category domain=\"x>y</category><guid>")]
    [InlineData("attribute twice", "<guid>", "<category domain='x' domain='y'>y</category><guid>")]
    [InlineData("HTML in the description", "&lt;p&gt;The", "<p>The <br> <img src=x>")]
    [InlineData("CDATA begun wrongly", "&lt;p&gt;The Marjan", "<!CDATA[<p>The Marjan]]>")]
    [InlineData("CDATA that does not end", "&lt;p&gt;The Marjan", "<![CDATA[<p>The Marjan")]
    [InlineData("]]> in text", "left at ten", "left ]]> at ten")]
    [InlineData("comment that does not end", "<guid>", "<!-- <guid>")]
    [InlineData("a second XML declaration", "<item>", "<?xml version='1.0'?><item>")]
    [InlineData("a second root", "</channel></rss>", "</channel></rss><rss><channel><title>Other</title></channel></rss>")]
    [InlineData("a feed inside a feed", "<item>", "<rss><channel><item>")]
    [InlineData("tags in capitals", "<item>", "<ITEM>")]
    [InlineData("text after the end", "</rss>", "</rss>\n<!-- page made in 0.1 s --> 200 OK")]
    [InlineData("text before the start", "<?xml", "Warning: mail() failed on line 3\n<?xml")]
    [InlineData("empty lines before the start", "<?xml", "\n\n <?xml")]
    [InlineData("bytes that are no UTF-8", "at ten", "at \uDC00 ten")]
    public void What_can_be_saved_is_saved(string what, string good, string bad)
    {
        var (feed, why) = Read(Encoding.UTF8.GetBytes(Whole.Replace(good, bad, StringComparison.Ordinal)));
        Assert.True(feed is not null, $"{what}: {why}");
        Assert.Equal("Harbour Echo", feed.Title);
        Assert.Equal(12, feed.Items.Length);
        foreach (var (entry, n) in feed.Items.Select((entry, n) => (entry, n)))
        {
            Assert.Contains("ferry", entry.Title, StringComparison.Ordinal);
            Assert.True(entry.Address == $"https://echo.example/{n}", what);
            Assert.Equal(new DateTimeOffset(2012, 4, 5, 10, n, 0, TimeSpan.Zero), entry.Published?.Earliest);
        }
    }

    [Theory]
    [InlineData("", "It is empty.")]
    [InlineData("  \n", "It is empty.")]
    [InlineData("<!DOCTYPE html><html><head><title>Echo</title></head><body><p>404</p></body></html>", "It is a web page, not a feed.")]
    [InlineData("<html><head><link rel=alternate type='application/rss+xml' href='/rss'></head></html>", "It is a web page, not a feed; the feed that it names is https://echo.example/rss.")]
    [InlineData("<opml version='2.0'><body><outline text='a'/></body></opml>", "It is a list of subscriptions (OPML), not a feed.")]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url/></urlset>", "It is a sitemap, not a feed.")]
    [InlineData("<redirect><newLocation>https://quay.example/feed</newLocation></redirect>", "It is no feed, but says that the feed is at https://quay.example/feed now.")]
    [InlineData("<note><to>Ada</to></note>", "It is a document whose first element is note, not a feed.")]
    [InlineData("{\"message\":\"Not Found\"}", "It is JSON, but no JSON Feed.")]
    [InlineData("The server is down.", "It is text without any tags of a feed.")]
    [InlineData("%PDF-1.4", "It is a PDF document, not a feed.")]
    public void What_is_no_feed_is_told_in_one_sentence(string text, string expected)
    {
        var (feed, why) = Read(Encoding.UTF8.GetBytes(text));
        Assert.Null(feed);
        Assert.Equal(expected, why);
    }

    [Fact]
    public void Two_hundred_damaged_feeds_give_what_can_be_saved_or_one_clear_error()
    {
        var samples = SampleSpecs.Files().Select(File.ReadAllBytes).ToList();
        var (read, refused, random) = (0, 0, new Random(4711));
        for (var n = 0; n < 240; n++)
        {
            var bytes = Damaged(samples[n % samples.Count], n % 12, random);
            var (feed, why) = Read(bytes);
            Assert.True(feed is not null ^ why is { Length: > 10 }, why);
            Assert.True(why is null || why[^1] == '.' && !why.Contains('\n', StringComparison.Ordinal), why);
            (read, refused) = feed is null ? (read, refused + 1) : (read + 1, refused);
        }

        Assert.True(read > refused * 4, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Whatever_bytes_come_nothing_is_thrown()
    {
        var samples = SampleSpecs.Files().Select(File.ReadAllBytes).Append("<opml><body><outline text='a'><outline xmlUrl='http://a.example/'/></outline></body></opml>"u8.ToArray()).ToArray();
        Gen.Select(Gen.Int[0, samples.Length - 1], Gen.Int[0, int.MaxValue], Gen.Int[1, 6]).Sample(
            (sample, seed, times) =>
            {
                var random = new Random(seed);
                var bytes = samples[sample];
                for (var n = 0; n < times; n++)
                {
                    bytes = Damaged(bytes, random.Next(12), random);
                }

                var (feed, why) = Read(bytes);
                Assert.True(feed is not null ^ why is { Length: > 0 });
                foreach (var item in feed?.Items ?? [])
                {
                    var article = FeedArticles.Of(feed!, item);
                    Assert.True(article is null || article.Title.Length > 0);
                }

                FeedFile.Looks(bytes);
                OpmlReader.Looks(bytes);
                OpmlReader.Read(bytes);
                FeedDiscovery.Find(bytes, null, "https://echo.example/");
            },
            iter: 600,
            threads: 1);
    }

    private static (FeedDocument? Feed, string? Why) Read(byte[] bytes) => new FeedReader().Read(bytes, null, "https://echo.example/feed");

    private static void Whole_entry(int n, FeedItem entry)
    {
        Assert.Equal($"Night ferry {n} returns", entry.Title);
        Assert.Equal($"https://echo.example/{n}", entry.Address);
        Assert.Equal($"<p>The Marjan left at ten on day {n}.</p>", entry.Summary!.ToHtml());
    }

    private static string Written(int entries) => "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Harbour Echo</title>"
        + string.Concat(Enumerable.Range(0, entries).Select(n => $"<item><title>Night ferry {n} returns</title><link>https://echo.example/{n}</link><pubDate>Thu, 05 Apr 2012 10:{n:00}:00 GMT</pubDate><guid>https://echo.example/{n}</guid><description>&lt;p&gt;The Marjan left at ten on day {n}.&lt;/p&gt;</description></item>"))
        + "</channel></rss>";

    private static byte[] Damaged(byte[] whole, int kind, Random random)
    {
        if (whole.Length < 4)
        {
            return whole;
        }

        var at = random.Next(whole.Length);
        var text = Encoding.UTF8.GetString(whole);
        return kind switch
        {
            0 => whole[..at],
            1 => [.. whole[..at], (byte)random.Next(256), .. whole[at..]],
            2 => [.. whole[..at], .. whole[Math.Min(whole.Length, at + random.Next(40))..]],
            3 => Encoding.UTF8.GetBytes(text.Replace("utf-8", "euc-kr", StringComparison.OrdinalIgnoreCase)),
            4 => [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. whole],
            5 => Encoding.UTF8.GetBytes(text.Replace("&amp;", "&", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal)),
            6 => Encoding.UTF8.GetBytes(text.Replace("]]>", "", StringComparison.Ordinal)),
            7 => [.. whole, .. whole],
            8 => Encoding.UTF8.GetBytes(text.Insert(Math.Min(at, text.Length), "<![CDATA[")),
            9 => Encoding.Unicode.GetBytes(text),
            10 => Encoding.UTF8.GetBytes(text.Insert(Math.Min(at, text.Length), "\u0000\u000B</item><b>&nosuch;")),
            _ => Encoding.UTF8.GetBytes(text.Replace("\"", "", StringComparison.Ordinal)),
        };
    }
}
