using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Cuttings.Excerpts;
using Cuttings.Import.Html;
using Ganss.Xss;
using Xunit;

namespace Cuttings.Import.Tests.Html;

public class ExcerptSanitizerTests
{
    [Theory]
    [InlineData("plain & simple", "<p>plain &amp; simple</p>")]
    [InlineData("", "")]
    [InlineData("<p>  one\n two </p> <p></p><p>&nbsp;three</p>", "<p>one two</p><p>\u00A0three</p>")]
    [InlineData("<i>a</i> <b>b</b> <u>c</u>", "<p><em>a</em> <strong>b</strong> c</p>")]
    [InlineData("<p>a<i> b </i>c<i> </i></p>", "<p>a <em>b</em> c</p>")]
    [InlineData("<p><em>a<strong>b</em>c</strong>", "<p><em>a<strong>b</strong></em><strong>c</strong></p>")]
    [InlineData("<em><i>a</i> b</em> c", "<p><em>a b</em> c</p>")]
    [InlineData("<p>one<br>two<br/>", "<p>one<br>two</p>")]
    [InlineData("one<br><br>two", "<p>one</p><p>two</p>")]
    [InlineData("<blockquote>q<p>r</p></blockquote>s", "<blockquote><p>q</p><p>r</p></blockquote><p>s</p>")]
    [InlineData("<ul><li>a<li>b</ul><ol><li>c</ol>", "<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>")]
    [InlineData("<h1>Head</h1><h6>Foot</h6>", "<h3>Head</h3><h3>Foot</h3>")]
    [InlineData("<a href='https://echo.example/?a=1&b=2' onclick=x target=_blank>go</a>", "<p><a href=\"https://echo.example/?a=1&amp;b=2\">go</a></p>")]
    [InlineData("<a href='java\nscript:x'>a</a><a href='mailto:a@b.example'>b</a><a href='/rel'>c</a>", "<p>abc</p>")]
    [InlineData("<a href=http://x.example>a<a href=http://y.example>b</a>c", "<p><a href=\"http://x.example\">a</a><a href=\"http://y.example\">b</a>c</p>")]
    [InlineData("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>")]
    [InlineData("<rt>alone</rt>", "<p>alone</p>")]
    [InlineData("<span lang=ko-kr style='x'>말</span><span>x</span>", "<p><span lang=\"ko-KR\">말</span>x</p>")]
    [InlineData("<q>said</q>", "<p>“said”</p>")]
    [InlineData("a<script>b</script><style>c</style><iframe>d</iframe><noscript>e</noscript><svg><a>f</a></svg><template>g</template>h", "<p>ah</p>")]
    [InlineData("<svg><p>still here</p>", "<p>still here</p>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>", "<p>a b</p><p>c</p>")]
    [InlineData("<pre>a\nb</pre>", "<p>a<br>b</p>")]
    public void Reads_as(string html, string canonical)
    {
        Assert.Equal(canonical, ExcerptSanitizer.Sanitize(html).ToHtml());
        Assert.Equal(canonical, ExcerptSanitizer.Sanitize(canonical).ToHtml());
    }

    [Fact]
    public void Canonical_html_stays_to_the_last_space()
    {
        var excerpt = new Excerpt([Block.Paragraph("  two  spaces \n"), Block.Of(BlockKind.ListItem, "<b>\t"), Block.Paragraph("")]);
        Assert.Equal(excerpt, ExcerptSanitizer.Sanitize(excerpt.ToHtml()));
    }

    [Fact]
    public void Hostile_payloads_leave_nothing_active()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedData.Path("peers/sanitizer-vectors.json")));
        var payloads = vectors.RootElement.EnumerateArray().Select(vector => vector.GetProperty("payload").GetString()!).ToList();
        Assert.True(payloads.Count > 200);
        foreach (var payload in payloads)
        {
            AssertHarmless(payload);
            AssertHarmless($"<p>{payload}</p>");
        }
    }

    [Fact]
    public void Naughty_strings_are_harmless_and_steady()
    {
        foreach (var text in SharedData.NaughtyStrings())
        {
            AssertHarmless(text);
            AssertHarmless($"<ul><li><a href=\"{text}\">{text}");
        }
    }

    [Fact]
    public void Random_markup_is_harmless_and_steady()
    {
        var piece = Generators.Among("<p>", "</p>", "<em>", "</em>", "<b>", "</b>", "<a href=https://e.example>", "<a href=javascript:x>", "</a>", "<ruby>", "</ruby>", "<rt>", "</rt>", "<span lang=ko>", "</span>", "<ul>", "<li>", "</ul>", "<blockquote>", "</blockquote>", "<svg>", "</svg>", "<math>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<table>", "<td>", "<template>", "</template>", "<h2>", "</h2>", "<br>", "<q>", "</q>", "<pre>", "<title>", "<textarea>", "<img src=x onerror=y>", "text", " ", "&lt;script&gt;", "&#0;", "&amp", "\"", "'", "<", ">", "\n", "한국", "\ud800", "😀");
        piece.Array[0, 40].Select(string.Concat).Sample(AssertHarmless, iter: 20_000, threads: 1);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=https://e.example/>x")]
    [InlineData("<p><em>x<strong>")]
    [InlineData("<blockquote>x")]
    [InlineData("<svg>")]
    [InlineData("&amp")]
    [InlineData("<!--")]
    [InlineData("<a b c d e f")]
    [InlineData("</p>")]
    [InlineData("<ruby>x<rt>")]
    [InlineData("<select><template>")]
    public void A_million_characters_of_one_thing_take_a_moment(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        AssertReads(html);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{piece} took {watch.Elapsed}.");
    }

    private static void AssertReads(string html)
    {
        try
        {
            ExcerptSanitizer.Sanitize(html);
        }
        catch (CuttingsException e)
        {
            Assert.Equal(ErrorKind.BadInput, e.Kind);
        }
    }

    private static void AssertHarmless(string html)
    {
        var excerpt = ExcerptSanitizer.Sanitize(html);
        var canonical = excerpt.ToHtml();
        Assert.Equal(excerpt, ExcerptSanitizer.Sanitize(canonical));
        var body = new HtmlParser().ParseDocument($"<body>{canonical}").Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, (string[])["p", "blockquote", "ul", "ol", "li", "h3", "em", "strong", "a", "br", "ruby", "rb", "rt", "rp", "span"]);
            foreach (var attribute in element.Attributes)
            {
                Assert.True((element.LocalName, attribute.Name) is ("a", "href") or ("span", "lang"), attribute.Name);
                Assert.True(attribute.Name != "href" || attribute.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase), attribute.Value);
            }
        }

        Assert.Equal(excerpt.Blocks.Length, body.QuerySelectorAll("p, li, h3").Length);
        Assert.Equal([], Judge.Complaints(canonical));
    }

    /// <summary>A sanitizer of other hands as the judge of ours: it must find nothing to take out.</summary>
    private static class Judge
    {
        public static List<string> Complaints(string html)
        {
            var complaints = new List<string>();
            var judge = new HtmlSanitizer(new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(["p", "blockquote", "ul", "ol", "li", "h3", "em", "strong", "a", "br", "ruby", "rb", "rt", "rp", "span", "html", "head", "body"], StringComparer.OrdinalIgnoreCase),
                AllowedAttributes = new HashSet<string>(["href", "lang"], StringComparer.OrdinalIgnoreCase),
                AllowedSchemes = new HashSet<string>(["http", "https"], StringComparer.OrdinalIgnoreCase),
                UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
            });
            judge.RemovingTag += (_, e) => complaints.Add($"{e.Tag.LocalName}: {e.Reason}");
            judge.RemovingAttribute += (_, e) => complaints.Add($"{e.Attribute.Name}={e.Attribute.Value}: {e.Reason}");
            judge.Sanitize(html);
            return complaints;
        }
    }
}
