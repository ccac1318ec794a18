using System.Diagnostics;
using System.Text;
using CsCheck;
using Cuttings.Import.WordPress.Content;
using Xunit;

namespace Cuttings.Import.Tests.WordPress;

public class NoWordIsLost
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", " ", "<p>", "</p>", "<br />", "<blockquote>", "</blockquote>", "<em>", "</em>", "<a href=\"https://echo.example/1\">", "<a href='/a'>", "</a>", "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<hr />", "<pre>", "</pre>",
        "<!--more-->", "<!-- wp:paragraph -->", "<!-- /wp:paragraph -->", "<!-- wp:block {\"ref\":3} /-->", "<img src=\"a.jpg\" />", "<figure class=\"wp-block-table\">", "<figure>", "</figure>", "<figcaption>", "</figcaption>",
        "[caption id=\"1\"]", "[/caption]", "[gallery]", "[embed]", "[/embed]", "[vc_row]", "[/vc_row]", "[x a=\"b\"]", "[/x]", "[", "]", "[[gallery]]", "[Harbour Echo]", "[…]", "[However]", "[snip]", "[emphasis added]", "(Strait Wire)", "Source: Harbour Echo", "According to the Echo:", "Read the full story here:",
        "https://video.example/1", "* * *", "&amp;", "&", "5 < 6", "연락선", "渡轮",
    ];

    // What hides words from a reader, or may.
    private static readonly string[] Odd = ["<!-- wp:quote {\"a\":\"-->", "<!--", "-->", "<", ">", "<a href=\"", "<b <i>", "<script>", "</script>", "\0", "\uD800"];

    private static readonly Gen<string[]> Texts = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(n => Pieces[n]), Gen.Int[0, 10_000].Select(n => $"word{n}x")).Array[0, 30];

    [Fact]
    public void Every_word_is_in_the_excerpt_the_credit_or_named_as_dropped() =>
        Texts.Sample(
            pieces =>
            {
                var stored = string.Concat(pieces);
                var cutting = WxrSpecs.Cuttings(Wxr.Item("Ferry runs", stored)).Single();
                var kept = cutting.Excerpt.ToHtml() + "\n" + cutting.Credit.Printed + "\n" + string.Concat(PostHtml.Read(stored, null).Dropped);
                foreach (var word in pieces.Where(piece => piece.StartsWith("word", StringComparison.Ordinal) || piece[0] > '\u2FFF' || piece is "[Harbour Echo]" or "[…]" or "[However]" or "[snip]" or "[emphasis added]" or "(Strait Wire)"))
                {
                    Assert.True(kept.Contains(word, StringComparison.Ordinal), $"{word} is lost of: {stored}");
                }
            },
            iter: 5000,
            threads: 2);

    [Fact]
    public void Whatever_is_stored_the_excerpt_is_clean() =>
        Gen.OneOf(Gen.OneOf(Generators.Among(Pieces), Generators.Among(Odd)).Array[0, 30].Select(string.Concat), Gen.String[0, 200]).Sample(
            stored =>
            {
                foreach (var cutting in WxrSpecs.Cuttings(Wxr.Item("Ferry runs", stored)))
                {
                    Assert.Equal(cutting.Excerpt, Import.Html.ExcerptSanitizer.Sanitize(cutting.Excerpt.ToHtml()));
                }
            },
            iter: 2000,
            threads: 2);

    [Fact]
    public void Whatever_bytes_come_every_item_is_read_or_named()
    {
        var seed = Encoding.UTF8.GetBytes(Wxr.Of(Wxr.Item("One", "It ran.\n\n[Harbour Echo]", 1), Wxr.Item("둘", "<!-- wp:paragraph -->\n<p>It ran.</p>\n<!-- /wp:paragraph -->", 2, status: "draft"), Wxr.Item("Three", "It stopped.", 3)));
        Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Int[0, 60], Gen.OneOf(Gen.Byte.Array[0, 6], Gen.Int[0, Marks.Length - 1].Select(n => Encoding.UTF8.GetBytes(Marks[n])))).Array[1, 6].Sample(
            changes =>
            {
                var bytes = new List<byte>(seed);
                foreach (var (at, gone, put) in changes)
                {
                    var place = Math.Min(at, bytes.Count);
                    bytes.RemoveRange(place, Math.Min(gone, bytes.Count - place));
                    bytes.InsertRange(place, put);
                }

                var items = Wxr.Read([.. bytes]);
                Assert.All(items, item => Assert.True(item is { Cutting.Cutting.Headline.Length: > 0 } or { Failed.Why.Length: > 0 } or { Note.Text.Length: > 0 }));
                Assert.NotEmpty(items);
            },
            iter: 2000,
            threads: 2);
    }

    private static readonly string[] Marks = ["<item>", "</item>", "<![CDATA[", "]]>", "</channel>", "<wp:status>", "<!--", "-->", "<?", "<!DOCTYPE a [", "&#0;", "<title>", "\"", "<a b='"];

    [Theory]
    [InlineData("<")]
    [InlineData("[")]
    [InlineData("[a ")]
    [InlineData("[a]")]
    [InlineData("[/a]")]
    [InlineData("[a b=\"")]
    [InlineData("[caption]")]
    [InlineData("<!--")]
    [InlineData("<a ")]
    [InlineData("<a =\"")]
    [InlineData("<a ='<b =\"")]
    [InlineData("<figcaption>")]
    [InlineData("<script>")]
    [InlineData("<figure class=\"wp-caption-text\">")]
    [InlineData("\n")]
    [InlineData(" \n")]
    [InlineData("<br>")]
    [InlineData("<em>a<br>")]
    [InlineData("<!-- wp:a -->")]
    [InlineData("https://a.example/\n")]
    [InlineData("<p>[Harbour Echo]</p>")]
    [InlineData("<item>")]
    [InlineData("]]>")]
    [InlineData("]]></a>")]
    [InlineData("<![CDATA[")]
    public void A_megabyte_of_one_thing_is_read_in_linear_time(string piece)
    {
        var watch = Stopwatch.StartNew();
        var items = Wxr.Read(Wxr.Of(Wxr.Item("Long", string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))), Wxr.Item("Next", "It ran.")));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"Reading took {watch.Elapsed}.");
        Assert.NotEmpty(items);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<a '")]
    [InlineData("<!--")]
    [InlineData("<?")]
    [InlineData("<!a [")]
    [InlineData("<![CDATA[")]
    [InlineData("<item>")]
    [InlineData("<item><title>")]
    [InlineData("<item><a><![CDATA[x]]>y")]
    [InlineData("<wp:author>")]
    [InlineData("<title><![CDATA[]]></b>")]
    [InlineData("<item></item>")]
    [InlineData("<category domain=\"a\">b</category>")]
    public void Five_megabytes_of_one_mark_end_in_linear_time(string piece)
    {
        var watch = Stopwatch.StartNew();
        var count = 0;
        foreach (var item in Wxr.Read(Wxr.Head + string.Concat(Enumerable.Repeat(piece, 5_000_000 / piece.Length))))
        {
            Assert.True(item.Cutting is not null || item.Failed is not null || item.Note is not null);
            count++;
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(40), $"Reading took {watch.Elapsed}.");
        Assert.True(count > 0);
    }
}
