using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Cuttings.Import.Pages.Inert;
using Cuttings.Sources;
using Xunit;

namespace Cuttings.Import.Tests.Pages.Inert;

public class InertPageSpecs
{
    private const string Address = "https://echo.example/news/ferry.html";

    private static readonly string[] Elements =
        ("article aside section header footer nav main hgroup address div p br hr wbr h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption ul ol li dl dt dd details summary table caption colgroup col thead tbody tfoot tr th td "
        + "a abbr b bdi bdo big center cite code data del dfn em i ins kbd mark q rb rp rt ruby s samp small span strike strong sub sup time tt u var img").Split(' ');

    private static readonly string[] Attributes = ["lang", "dir", "id", "title", "href", "rel", "colspan", "rowspan", "scope", "start", "reversed", "value", "open", "datetime", "src", "alt", "class"];

    [Theory]
    [InlineData("<p>one<p>two", "<p>one</p><p>two</p>")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>d", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d")]
    [InlineData("<table><tr><td><table><tr><td>in</td></tr></table></td><td>out</table>", "<table><tr><td><table><tr><td>in</td></tr></table></td><td>out</td></tr></table>")]
    [InlineData("<b><p>x</b>y</p>z", "<b><p>x</p></b><p>y</p>z")]
    [InlineData("<b><table><tr><td>x</b>y</table>", "<b><table><tr><td>xy</td></tr></table></b>")]
    [InlineData("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>")]
    [InlineData("<h1>a<h2>b", "<h1>a</h1><h2>b</h2>")]
    [InlineData("</div></p></body>a", "a")]
    [InlineData("a<script>b</script><style>c</style><noscript>d</noscript><template>e</template><svg><a>f</a></svg><iframe>g</iframe>h", "ah")]
    [InlineData("<x-card>a</x-card><form action=/x><input value=b><button>c</button></form>", "a<div><div>c</div></div>")]
    [InlineData("<xmp><b>a</b></xmp>", "<pre>&lt;b&gt;a&lt;/b&gt;</pre>")]
    [InlineData("<a href=a.html>x</a><a href='/b?c=1&amp;d'>y</a><a href='//z.example/'>z</a>", "<a href=\"https://echo.example/news/a.html\" rel=\"noreferrer nofollow external\">x</a><a href=\"https://echo.example/b?c=1&amp;d\" rel=\"noreferrer nofollow external\">y</a><a href=\"https://z.example/\" rel=\"noreferrer nofollow external\">z</a>")]
    [InlineData("<base href=https://other.example/a/><base href=https://third.example/><a href=b>x</a>", "<a href=\"https://other.example/a/b\" rel=\"noreferrer nofollow external\">x</a>")]
    [InlineData("<base href=javascript:x//><a href=b>x</a>", "<a href=\"https://echo.example/news/b\" rel=\"noreferrer nofollow external\">x</a>")]
    [InlineData("<a href='java\nscript:x'>a</a><a href=data:text/html,x>b</a><a href=blob:https://e.example/x>c</a><a href=mailto:a@b.example>d</a><a href=file:///etc/passwd>e</a>", "<a>a</a><a>b</a><a>c</a><a>d</a><a>e</a>")]
    [InlineData("<a name=n></a><a href=#n ping=/p target=_blank download onclick=x style=y>x</a>", "<a id=\"n\"></a><a href=\"#n\">x</a>")]
    [InlineData("<img src=x.png alt='A ferry' onerror=x srcset=y><img src=t.gif alt=''><picture><source srcset=z><img alt=Two></picture>", "<span class=\"picture\">[picture: A ferry]</span><span class=\"picture\">[picture: Two]</span>")]
    [InlineData("<img src='data:image/png;base64,iVBORw0KGgo=' alt=a><img src='data:image/svg+xml;base64,AA==' alt=b><img src='data:image/png;base64,&quot;><script>' alt=c>", "<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"a\"><span class=\"picture\">[picture: b]</span><span class=\"picture\">[picture: c]</span>")]
    [InlineData("<table><td colspan=99999 rowspan=-1 scope=row>x", "<table><tr><td colspan=\"200\" scope=\"row\">x</td></tr></table>")]
    [InlineData("<ol start=3 reversed><li value=2>a</ol><ol><li>b</ol>", "<ol start=\"3\" reversed><li value=\"2\">a</li></ol><ol><li>b</li></ol>")]
    [InlineData("<?xml-stylesheet href='x.xsl'?><!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>a", "]&gt;a")]
    [InlineData("<details><summary>a</summary>b</details>", "<details open><summary>a</summary>b</details>")]
    public void Reads_as(string html, string inert)
    {
        Assert.Equal(inert, Body(html));
        AssertInert(html);
    }

    [Fact]
    public void Title_language_and_direction_are_told()
    {
        var page = Write("<!doctype html><html lang=ar dir=rtl><head><title>A &amp; <b>b</b></title><body>x<svg><title>no</title></svg>");
        Assert.Equal(("A & <b>b</b>", "ar", true, false), (page.Title, page.Language, page.RightToLeft, page.CutOff));
    }

    [Theory]
    [InlineData("utf-8", "text/html; charset=utf-8", "외교 <b>", "외교 <b></b>")]
    [InlineData("euc-kr", "text/html; charset=EUC-KR", "외교", "외교")]
    [InlineData("euc-kr", "text/html", "<meta charset=euc-kr>외교", "외교")]
    [InlineData("euc-kr", null, "<meta http-equiv=content-type content='text/html; charset=ks_c_5601-1987'>외교", "외교")]
    [InlineData("gb18030", "text/html; charset=gb2312", "渡轮", "渡轮")]
    [InlineData("utf-8", "text/html; charset=nonsense", "é", "é")]
    [InlineData("windows-1252", "text/html; charset=utf-8", "caf\u00E9 au lait, d\u00E9j\u00E0 vu", "caf\u00E9 au lait, d\u00E9j\u00E0 vu")]
    [InlineData("utf-16", "text/html", "é", "é")]
    [InlineData("utf-8", "text/plain", "<script>a</script>", "<pre>&lt;script&gt;a&lt;/script&gt;</pre>")]
    public void Pages_of_any_encoding_are_read(string encoding, string? contentType, string text, string inert)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var written = Encoding.GetEncoding(encoding);
        byte[] bytes = encoding == "utf-16" ? [.. written.Preamble, .. written.GetBytes(text)] : written.GetBytes(text);
        Assert.Equal(inert, Pages.Inert(new(Address, contentType, bytes))!.Html);
    }

    // ASCII letters as UTF-7 would be +ADw-script+AD4-.
    [Fact]
    public void No_encoding_turns_letters_into_tags() =>
        Assert.Equal("+ADw-script+AD4-", Pages.Inert(new(Address, "text/html; charset=utf-7", "+ADw-script+AD4-"u8.ToArray()))!.Html);

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("image/svg+xml")]
    [InlineData("application/octet-stream")]
    public void What_is_no_page_is_not_shown(string contentType) => Assert.Null(Pages.Inert(new(Address, contentType, "<p>x"u8.ToArray())));

    [Fact]
    public void Hostile_payloads_leave_nothing_active()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedData.Path("peers/sanitizer-vectors.json")));
        var payloads = vectors.RootElement.EnumerateArray().Select(vector => vector.GetProperty("payload").GetString()!).ToList();
        Assert.True(payloads.Count > 200);
        foreach (var payload in payloads)
        {
            AssertInert(payload);
            AssertInert($"<!doctype html><html><head><title>x</title></head><body><div><p>{payload}</p></div>");
            AssertInert($"<svg><style>{payload}");
            AssertInert($"<table><tr><td>{payload}");
            AssertInert($"<a href=\"{payload}\" title='{payload}'><img alt=\"{payload}\" src=\"{payload}\">");
        }
    }

    [Fact]
    public void Naughty_strings_are_inert()
    {
        foreach (var text in SharedData.NaughtyStrings())
        {
            AssertInert(text);
            AssertInert($"<a href=\"{text}\" id='{text}'>{text}");
        }
    }

    [Fact]
    public void Random_markup_is_inert_and_well_nested()
    {
        var piece = Generators.Among("<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href=https://e.example>", "<a href=javascript:x onclick=y>", "</a>", "<ruby>", "</ruby>", "<rt>", "<ul>", "<li>", "</li>", "</ul>", "<div>", "</div>", "<blockquote>", "<svg>", "</svg>", "<math>", "<mtext>", "<foreignObject>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<caption>", "<template>", "</template>", "<noscript>", "</noscript>", "<h2>", "</h2>", "<br>", "<pre>", "<title>", "</title>", "<textarea>", "<select>", "<option>", "<img src=x onerror=y alt=z>", "<base href=//x>", "<form>", "<iframe srcdoc=x>", "text", " ", "&lt;script&gt;", "&#0;", "\"", "'", "<", ">", "\0", "\ud800", "😀");
        piece.Array[0, 40].Select(string.Concat).Sample(AssertInert, iter: 20_000, threads: 1);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("</b>")]
    [InlineData("<b><i>")]
    [InlineData("<p><b></p>")]
    [InlineData("<b><div></b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<a href=x>")]
    [InlineData("<a href=x href=x ")]
    [InlineData("<svg>")]
    [InlineData("<template>")]
    [InlineData("&amp")]
    [InlineData(">")]
    [InlineData("<!--")]
    [InlineData("<a b c d e f")]
    [InlineData("<li>")]
    [InlineData("<img alt=x>")]
    [InlineData("<base href=a>")]
    public void Sixteen_megabytes_of_one_thing_are_read_within_bounds(string piece)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, InertPages.Longest / piece.Length)));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var page = Pages.Inert(new(Address, "text/html", bytes))!;
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{piece} took {watch.Elapsed}.");
        Assert.True(page.Html.Length <= 21 << 20, $"{piece} became {page.Html.Length:N0} characters.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{piece}: {watch.ElapsedMilliseconds} ms, {page.Html.Length:N0} characters");
    }

    [Fact]
    public void What_is_longer_is_not_shown() => Assert.Null(Pages.Inert(new(Address, "text/html", new byte[InertPages.Longest + 1])));

    private static InertPages Pages { get; } = new((_, _) => default);

    private static InertPage Write(string html) => Pages.Inert(new(Address, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html)))!;

    private static string Body(string html) => Write(html).Html;

    private static void AssertInert(string html)
    {
        var inert = Body(html);
        AssertNested(inert);
        var document = new HtmlParser(new() { IsScripting = true }).ParseDocument($"<!doctype html><body><div class=\"page\">{inert}</div>");
        // Nothing breaks out of the place it is put in.
        Assert.Equal("", string.Concat(document.Body!.ChildNodes.Skip(1).Select(node => node.TextContent)).Trim());
        foreach (var element in document.Body.QuerySelectorAll("div.page *"))
        {
            Assert.Contains(element.LocalName, Elements);
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, Attributes);
                Assert.True(attribute.Name != "href" || attribute.Value[0] == '#' || attribute.Value.StartsWith("http://", StringComparison.Ordinal) || attribute.Value.StartsWith("https://", StringComparison.Ordinal), attribute.Value);
                Assert.True(attribute.Name != "src" || (element.LocalName == "img" && attribute.Value.StartsWith("data:image/", StringComparison.Ordinal) && !attribute.Value.Contains("svg", StringComparison.Ordinal)), attribute.Value);
            }
        }
    }

    // What is written is closed again, in turn: so it stays where it is put.
    private static void AssertNested(string html)
    {
        var open = new Stack<string>();
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var tag = html[(at + 1)..html.IndexOf('>', at)];
            var name = tag.TrimStart('/').Split(' ')[0];
            if (tag[0] == '/')
            {
                Assert.Equal(open.Pop(), name);
            }
            else if (name is not ("br" or "hr" or "wbr" or "col" or "img"))
            {
                open.Push(name);
            }
        }

        Assert.Empty(open);
    }
}
