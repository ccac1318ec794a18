using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Cuttings.FeedBench;

/// <summary>Feeds of a kind, to be read one after another.</summary>
internal sealed record FeedSet(string Name, IReadOnlyList<byte[]> Feeds);

/// <summary>The feeds that are read: those that another project tests itself with, and invented ones of 10, 100 and 1,000 entries.</summary>
internal static class FeedSets
{
    private const string Words = "the ferry harbour quay pilot lamp letter salt council boat strait herring customs clerk winter tide market bell crossing mayor square ladder rope lighthouse";

    /// <summary>The feeds of an archive of tests (.tar.gz); none where it is not given.</summary>
    public static IEnumerable<FeedSet> Peers(string? path)
    {
        if (path is null)
        {
            Console.WriteLine("The feeds of gofeed's tests are left out: their archive is not given.\n");
            yield break;
        }

        var feeds = new List<byte[]>();
        using var archive = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data && entry.Name.EndsWith(".xml", StringComparison.Ordinal))
            {
                using var bytes = new MemoryStream();
                data.CopyTo(bytes);
                feeds.Add(bytes.ToArray());
            }
        }

        yield return new($"gofeed's {feeds.Count}", feeds);
    }

    public static IEnumerable<FeedSet> Made()
    {
        foreach (var entries in new[] { 10, 100, 1000 })
        {
            yield return new($"RSS, {entries:N0} entries", [Encoding.UTF8.GetBytes(Rss(entries, new Random(entries)))]);
            yield return new($"Atom, {entries:N0} entries", [Encoding.UTF8.GetBytes(Atom(entries, new Random(entries)))]);
        }
    }

    private static string Rss(int entries, Random random)
    {
        var feed = new StringBuilder("""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Echo</title><link>https://echo.example/</link><description>Old news</description>""");
        for (var n = 0; n < entries; n++)
        {
            feed.Append(null, $"<item><title>{Sentence(random, 6)}</title><link>https://echo.example/{n}</link><guid isPermaLink=\"false\">echo-{n}</guid><dc:creator>Ivo Tarn</dc:creator><pubDate>{Day(n):r}</pubDate><category>Ferries</category>");
            feed.Append(null, $"<description>{WebUtility.HtmlEncode($"<p>{Sentence(random, 20)}</p>")}</description><content:encoded><![CDATA[{Text(random)}]]></content:encoded></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    private static string Atom(int entries, Random random)
    {
        var feed = new StringBuilder("""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Echo</title><id>tag:echo.example,2012:feed</id><updated>2012-04-05T10:00:00Z</updated><link href="https://echo.example/"/>""");
        for (var n = 0; n < entries; n++)
        {
            feed.Append(null, $"<entry><title>{Sentence(random, 6)}</title><link href=\"https://echo.example/{n}\"/><id>tag:echo.example,2012:{n}</id><author><name>Ivo Tarn</name></author><published>{Day(n):yyyy-MM-ddTHH:mm:ssZ}</published><updated>{Day(n):yyyy-MM-ddTHH:mm:ssZ}</updated><category term=\"Ferries\"/>");
            feed.Append(null, $"<summary>{Sentence(random, 20)}</summary><content type=\"html\">{WebUtility.HtmlEncode(Text(random))}</content></entry>");
        }

        return feed.Append("</feed>").ToString();
    }

    private static DateTime Day(int n) => new DateTime(2012, 4, 5, 10, 0, 0, DateTimeKind.Utc).AddHours(-n);

    // Some 1,500 characters of HTML, as blogs have them.
    private static string Text(Random random) => string.Concat(Enumerable.Range(0, 5).Select(n => $"<p>{Sentence(random, 20)} <a href=\"https://quay.example/{n}\">{Sentence(random, 3)}</a> <em>{Sentence(random, 12)}</em> &#8220;{Sentence(random, 10)}&#8221;</p>\n"));

    private static string Sentence(Random random, int length)
    {
        var words = Words.Split(' ');
        return string.Join(' ', Enumerable.Range(0, length).Select(_ => words[random.Next(words.Length)]));
    }
}
