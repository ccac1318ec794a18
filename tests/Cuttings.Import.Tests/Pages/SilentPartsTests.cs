using System.Text;
using Cuttings.Import.Pages;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

/// <summary>What scripts and styles say is left out before a page is parsed: nothing else may go with it.</summary>
public class SilentPartsTests
{
    private const string Text = "<p>The night ferry left the quay at ten on Tuesday with two hundred and fourteen passengers aboard, the harbour office said.</p><p>It had lain idle since March, when its bow door would not close, and the county had paid for the repair.</p>";

    [Theory]
    [InlineData("<script>var a = '<p>not text</p>';</script>")]
    [InlineData("<SCRIPT type=\"text/javascript\">if (a < b) document.write('</p>');</SCRIPT >")]
    [InlineData("<style>p::after { content: '</p><p>not text' }</style>")]
    [InlineData("<script><!--\nnot text\n//--></script>")]
    [InlineData("<script><!-- document.write('<script>not text</script>'); //--></script>")]
    [InlineData("<script>'</scriptures> not text'</script>")]
    [InlineData("<script src=\"a.js\"></script><style></style>")]
    [InlineData("<script type=\"application/json\">{\"not\": \"text\"}</script>")]
    public void The_rest_of_the_page_is_read_as_before(string silent)
    {
        var read = Read($"<!doctype html><html lang=\"en\"><head><title>Night ferry returns</title>{silent}</head><body><article><h1>Night ferry returns</h1>{silent}{Text}{silent}</article>{silent}</body></html>");
        Assert.Equal(2, read.Articles[0].Body.Blocks.Length);
        Assert.DoesNotContain("not text", read.Articles[0].Body.ToText());
    }

    [Fact]
    public void What_a_page_says_of_itself_in_json_is_still_read()
    {
        var read = Read($"<!doctype html><html lang=\"en\"><head><title>Night ferry</title><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Night ferry returns\",\"author\":{{\"@type\":\"Person\",\"name\":\"Ana Weir\"}},\"datePublished\":\"2026-05-03\"}}</script></head><body><article><h1>Night ferry returns</h1>{Text}</article></body></html>");
        Assert.Equal(("Ana Weir", "2026-05-03"), (read.Articles[0].Byline, read.Articles[0].Published!.Text));
    }

    [Fact]
    public void A_script_without_an_end_hides_the_rest_as_in_a_browser() =>
        Assert.DoesNotContain("not text", string.Concat(Read($"<!doctype html><html lang=\"en\"><head><title>Night ferry returns</title></head><body><article><h1>Night ferry returns</h1>{Text}<script>not text").Articles.Select(article => article.Body.ToText())));

    private static Articles.PageContent Read(string html) => new PageReader().Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", "https://echo.example/ferry");
}
