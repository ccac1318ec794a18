using System.Diagnostics;
using System.Text;
using Cuttings.Import.Pages;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

/// <summary>Pages made to hurt: each is read within bounds, and nothing escapes.</summary>
public class HostilePages
{
    [Theory]
    [InlineData("<meta name=\"author\" content=\"Nora Quill\">")]
    [InlineData("<meta property=\"article:tag\" content=\"a|b|c\">")]
    [InlineData("<h1>Night ferry</h1>")]
    [InlineData("<time datetime=2020-01-01>1 January 2020</time>")]
    [InlineData("<a rel=author href=/x>By By By</a>")]
    [InlineData("<article class=hentry><h2><a href=/a>Boat</a></h2><p>It ran again.</p></article>")]
    [InlineData("<p>By By By and and and, , , 2020 2020 2020")]
    public void Megabytes_of_one_thing_are_read_in_time(string piece)
    {
        var html = "<!doctype html><title>Boat</title>" + string.Concat(Enumerable.Repeat(piece, (piece.StartsWith("<meta", StringComparison.Ordinal) ? 10_000_000 : 2_000_000) / piece.Length));
        Read(Encoding.UTF8.GetBytes(html));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"@type\":\"NewsArticle\",\"author\":", "}")]
    [InlineData("{\"@graph\":[", "]}")]
    [InlineData("\"", "\"")]
    [InlineData("{\"headline\":\"", "\"}")]
    public void Json_ld_of_megabytes_is_read_in_time(string open, string close)
    {
        var times = 10_000_000 / (open.Length + close.Length);
        var json = string.Concat(Enumerable.Repeat(open, times)) + "1" + string.Concat(Enumerable.Repeat(close, times));
        Read(Encoding.UTF8.GetBytes($"<title>Boat</title><script type=\"application/ld+json\">{json}</script><h1>Night ferry returns</h1><p>It ran.</p>"));
    }

    [Fact]
    public void Any_bytes_are_read()
    {
        var random = new Random(11);
        for (var n = 0; n < 200; n++)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            Read(bytes);
            Read([.. "<html><meta charset="u8, .. bytes]);
        }
    }

    [Fact]
    public void Pieces_of_pages_are_read()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pages", "Samples"), "*.html"))
        {
            var bytes = File.ReadAllBytes(file);
            for (var n = 1; n < 8; n++)
            {
                Read(bytes[..(bytes.Length * n / 8)]);
            }
        }
    }

    [Fact]
    public void A_page_that_is_too_long_says_so() => Assert.Contains("16 MB", new PageReader().Read(new byte[PageReader.Longest + 1], null, null).Why, StringComparison.Ordinal);

    private static void Read(byte[] page)
    {
        var watch = Stopwatch.StartNew();
        var content = new PageReader().Read(page, null, "https://echo.example/a");
        Assert.True(content.Articles.Length > 0 ^ content.Why is { Length: > 0 });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed.TotalSeconds:0} s.");
    }
}
