using Cuttings.Duplicates;
using Xunit;

namespace Cuttings.Tests.Duplicates;

public class CanonicalAddressSpecs
{
    [Theory]
    [InlineData("the scheme does not count", "http://echo.example/2020/night-ferry", "https://echo.example/2020/night-ferry")]
    [InlineData("the host's case does not count", "https://ECHO.example/2020/night-ferry", "https://echo.example/2020/night-ferry")]
    [InlineData("a name in its own script and in punycode", "https://해운.example/기사/12", "https://xn--zo5bt3y.example/%EA%B8%B0%EC%82%AC/12")]
    [InlineData("www", "https://www.echo.example/a", "https://echo.example/a")]
    [InlineData("the telephone's site", "https://m.echo.example/a", "https://www.echo.example/a")]
    [InlineData("both", "https://www.m.echo.example/a", "https://echo.example/a")]
    [InlineData("AMP's site", "https://amp.echo.example/a", "https://echo.example/a")]
    [InlineData("a final dot of the host", "https://echo.example./a", "https://echo.example/a")]
    [InlineData("the default port", "https://echo.example:443/a", "http://echo.example:80/a")]
    [InlineData("a user", "https://reader@echo.example/a", "https://echo.example/a")]
    [InlineData("a fragment", "https://echo.example/a#comments", "https://echo.example/a")]
    [InlineData("a campaign", "https://echo.example/a?utm_source=rss&utm_medium=feed", "https://echo.example/a")]
    [InlineData("click ids", "https://echo.example/a?fbclid=x1&gclid=y2&mc_cid=z3", "https://echo.example/a")]
    [InlineData("a campaign beside the article's number", "https://echo.example/view?idxno=4711&utm_source=x", "https://echo.example/view?idxno=4711")]
    [InlineData("ref and cmp on an address that names the article", "https://echo.example/2020/night-ferry?ref=home&CMP=share", "https://echo.example/2020/night-ferry")]
    [InlineData("the order of parameters", "https://echo.example/view?b=2&a=1", "https://echo.example/view?a=1&b=2")]
    [InlineData("an escape that need not be", "https://echo.example/%7Eosk/%6eight", "https://echo.example/~osk/night")]
    [InlineData("an escape in lower case", "https://echo.example/a%c3%a9", "https://echo.example/a%C3%A9")]
    [InlineData("letters as they are and escaped", "https://echo.example/é", "https://echo.example/%C3%A9")]
    [InlineData("plus and an escaped space", "https://echo.example/s?q=night+ferry", "https://echo.example/s?q=night%20ferry")]
    [InlineData("a final slash", "https://echo.example/a/", "https://echo.example/a")]
    [InlineData("the root with and without its slash", "https://echo.example", "https://echo.example/")]
    [InlineData("an index document", "https://echo.example/2020/index.html", "https://echo.example/2020/")]
    [InlineData("dot segments", "https://echo.example/2020/../2021/./a", "https://echo.example/2021/a")]
    [InlineData("a session in the path", "https://echo.example/a;jsessionid=0AF3", "https://echo.example/a")]
    [InlineData("AMP at the end", "https://echo.example/2020/night-ferry/amp/", "https://echo.example/2020/night-ferry")]
    [InlineData("AMP at the head", "https://echo.example/amp/2020/night-ferry", "https://echo.example/2020/night-ferry")]
    [InlineData("AMP behind the section", "https://echo.example/news/amp/strait-4711", "https://echo.example/news/strait-4711")]
    [InlineData("AMP in the name", "https://echo.example/night-ferry.amp.html", "https://echo.example/night-ferry.html")]
    [InlineData("AMP as a parameter", "https://echo.example/night-ferry?amp=1", "https://echo.example/night-ferry")]
    [InlineData("AMP as a bare parameter", "https://echo.example/night-ferry?amp", "https://echo.example/night-ferry")]
    [InlineData("AMP's cache", "https://echo-example.cdn.ampproject.org/c/s/echo.example/night-ferry/amp", "https://echo.example/night-ferry")]
    [InlineData("a search engine's AMP viewer", "https://www.google.com/amp/s/echo.example/night-ferry.amp", "https://echo.example/night-ferry")]
    [InlineData("a print version", "https://echo.example/news/4711/print", "https://echo.example/news/4711")]
    [InlineData("a print version by parameter", "https://echo.example/night-ferry?print=1", "https://echo.example/night-ferry")]
    [InlineData("a capture of a web archive", "https://web.archive.org/web/20200304050607/http://echo.example:80/night-ferry", "https://echo.example/night-ferry")]
    [InlineData("a capture without its banner, a slash lost", "https://web.archive.org/web/20200304050607id_/https:/echo.example/view?id=7", "https://echo.example/view?id=7")]
    [InlineData("a dated capture of another archive", "https://archive.ph/20200304/https://echo.example/night-ferry", "https://echo.example/night-ferry")]
    [InlineData("a redirector that names its target", "https://www.google.com/url?rct=j&sa=t&url=https%3A%2F%2Fecho.example%2Fview%3Fid%3D7&ct=ga", "https://echo.example/view?id=7")]
    [InlineData("a wrapper in a wrapper", "https://l.facebook.com/l.php?u=https%3A%2F%2Fweb.archive.org%2Fweb%2F2020%2Fhttps%3A%2F%2Fwww.echo.example%2Fa&h=AT0", "https://echo.example/a")]
    public void One_article(string why, string one, string other)
    {
        Assert.NotNull(CanonicalAddress.Of(one));
        Assert.True(CanonicalAddress.Of(one) == CanonicalAddress.Of(other), $"{why}: {CanonicalAddress.Of(one)} and {CanonicalAddress.Of(other)}");
    }

    [Theory]
    [InlineData("two numbers", "https://echo.example/?p=7", "https://echo.example/?p=8")]
    [InlineData("two ids of a script", "https://echo.example/view.php?id=7", "https://echo.example/view.php?id=8")]
    [InlineData("two idxno", "https://echo.example/news/articleView.html?idxno=7", "https://echo.example/news/articleView.html?idxno=8")]
    [InlineData("a number named like a campaign", "https://echo.example/article?cid=48213", "https://echo.example/article?cid=48214")]
    [InlineData("ref is all that a script has", "https://echo.example/show.php?ref=night", "https://echo.example/show.php?ref=day")]
    [InlineData("two pages of an article", "https://echo.example/a?page=1", "https://echo.example/a?page=2")]
    [InlineData("the path's case", "https://echo.example/A", "https://echo.example/a")]
    [InlineData("an escaped slash", "https://echo.example/a%2Fb", "https://echo.example/a/b")]
    [InlineData("two ports", "https://echo.example:8080/a", "https://echo.example/a")]
    [InlineData("another subdomain", "https://sport.echo.example/a", "https://echo.example/a")]
    [InlineData("a name that is only the letter", "https://m.co.kr/a", "https://co.kr/a")]
    [InlineData("a tag called amp", "https://echo.example/tag/amp/", "https://echo.example/tag/")]
    [InlineData("the printing department", "https://echo.example/print", "https://echo.example/")]
    [InlineData("routes behind #!", "https://echo.example/#!/a", "https://echo.example/#!/b")]
    [InlineData("short links", "https://feedproxy.google.com/~r/echo/~3/abc", "https://feedproxy.google.com/~r/echo/~3/abd")]
    [InlineData("index.php with an article's number", "https://echo.example/index.php?id=5", "https://echo.example/?id=5")]
    [InlineData("a search for an address", "https://echo.example/url?url=https://quay.example/a", "https://quay.example/a")]
    [InlineData("the order of one name's values", "https://echo.example/a?t=1&t=2", "https://echo.example/a?t=2&t=1")]
    public void Two_articles(string why, string one, string other)
    {
        Assert.NotNull(CanonicalAddress.Of(one));
        Assert.True(CanonicalAddress.Of(one) != CanonicalAddress.Of(other), $"{why}: {CanonicalAddress.Of(one)}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("night-ferry")]
    [InlineData("mailto:desk@echo.example")]
    [InlineData("ftp://echo.example/a")]
    [InlineData("https://")]
    [InlineData("https://echo.example:99999/a")]
    public void No_address(string? text) => Assert.Null(CanonicalAddress.Of(text));
}
