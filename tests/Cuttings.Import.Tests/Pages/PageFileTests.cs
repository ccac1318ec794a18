using System.Text;
using Cuttings.Import.Pages;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

public class PageFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pages", "Samples");

    [Fact]
    public async Task Each_post_of_a_page_is_an_item()
    {
        await using var file = File.OpenRead(Path.Combine(Folder, "wordpress-archive-twenty-eleven.html"));
        var items = await PageFile.ReadAsync(file, "ferries.html", TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["ferries.html post 1", "ferries.html post 2", "ferries.html post 3"], items.Select(item => item.Cutting!.Item));
        Assert.Equal(CuttingStatus.Published, items[0].Cutting!.Cutting.Status);
        Assert.Equal("page orsa-digest.example", items[0].Cutting!.Origin);
    }

    [Fact]
    public async Task An_article_is_a_draft_with_its_source()
    {
        await using var file = File.OpenRead(Path.Combine(Folder, "news-json-ld-seo-title.html"));
        var item = Assert.Single(await PageFile.ReadAsync(file, "ferry.html", TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(CuttingStatus.Draft, item.Cutting!.Cutting.Status);
        Assert.Equal("https://tidewater-gazette.example/news/2020/09/27/night-ferry-returns", Assert.Single(item.Cutting.Cutting.Sources).Url);
    }

    [Fact]
    public async Task A_listing_is_one_failure_that_says_so()
    {
        await using var file = File.OpenRead(Path.Combine(Folder, "front-page-of-a-newspaper.html"));
        var item = Assert.Single(await PageFile.ReadAsync(file, "front.html", TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("It is a list of 10 headlines, not an article.", item.Failed!.Why);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html>", true)]
    [InlineData("\uFEFF  <html lang=en>", true)]
    [InlineData("<!-- saved from url=(0014)about:internet -->\n<html>", true)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\">", true)]
    [InlineData("<?xml version=\"1.0\"?><rss version=\"2.0\">", false)]
    [InlineData("{\"headline\":\"Boat\"}", false)]
    [InlineData("Night ferry returns\n\nIt ran.", false)]
    [InlineData("", false)]
    public void A_page_is_told_by_how_it_begins(string head, bool looks) => Assert.Equal(looks, PageFile.Looks(Encoding.UTF8.GetBytes(head)));

    [Theory]
    [InlineData("euc-kr", "text/html; charset=euc-kr", "<title>외교 합의</title>")]
    [InlineData("gb18030", null, "<meta charset=gb2312><title>外交协议</title>")]
    [InlineData("big5", "text/html; charset=big5", "<title>外交協議</title>")]
    [InlineData("shift_jis", null, "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'><title>外交合意</title>")]
    [InlineData("windows-1252", "text/html; charset=iso-8859-1", "<title>“Café”</title>")]
    [InlineData("windows-1251", null, "<meta charset=windows-1251><title>Паром</title>")]
    [InlineData("utf-8", "text/html; charset=iso-8859-1", "<title>Fähre “nachts”</title>")]
    public void A_page_is_decoded_as_a_browser_does_and_better(string encoding, string? contentType, string html)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(html, PageEncoding.Decode(Encoding.GetEncoding(encoding).GetBytes(html), contentType));
    }
}
