using Xunit;

namespace Cuttings.Import.Tests.Feeds;

/// <summary>Persons as feeds name them: a byline has names, and no address is ever shown for one.</summary>
public class PeopleTests
{
    [Theory]
    [InlineData("Ada Brae", "Ada Brae")]
    [InlineData("ada@echo.example (Ada Brae)", "Ada Brae")]
    [InlineData("Ada Brae (ada@echo.example)", "Ada Brae")]
    [InlineData("Ada Brae &lt;ada@echo.example&gt;", "Ada Brae")]
    [InlineData("\"Brae, Ada\" &lt;ada@echo.example&gt;", "Brae, Ada")]
    [InlineData("Ada Brae ada@echo.example", "Ada Brae")]
    [InlineData("&lt;a href=\"mailto:ada@echo.example\"&gt;Ada Brae&lt;/a&gt;", "Ada Brae")]
    [InlineData("Ada Brae, mailto:ada@echo.example?subject=Your%20letter", "Ada Brae")]
    [InlineData("ada@echo.example?subject=ferries (Ada Brae)", "Ada Brae")]
    [InlineData("nobody@nowhere.invalid (noreply@echo.example (Ada Brae))", "Ada Brae")]
    [InlineData("아다@메일.example (아다 브래)", "아다 브래")]
    [InlineData("ada [at] echo [dot] example (Ada Brae)", "Ada Brae")]
    [InlineData("ada at echo.example (Ada Brae)", "Ada Brae")]
    [InlineData("Ada Brae, https://echo.example/~ada", "Ada Brae")]
    [InlineData("Ada Brae (Harbour Echo) &lt;ada@echo.example&gt;", "Ada Brae (Harbour Echo)")]
    [InlineData("Ada Brae (Harbour Echo)", "Ada Brae (Harbour Echo)")]
    [InlineData("Ada Brae (@adabrae)", "Ada Brae (@adabrae)")]
    [InlineData("ada@echo.example (Ada Brae, Ivo Tarn)", "Ada Brae, Ivo Tarn")]
    [InlineData("ada@echo.example (Ada Brae), ivo@echo.example (Ivo Tarn)", "Ada Brae|Ivo Tarn")]
    [InlineData("Ada Brae &lt;ada@echo.example&gt;; Ivo Tarn &lt;ivo@echo.example&gt;", "Ada Brae|Ivo Tarn")]
    [InlineData("Our reporter at Saltmarket", "Our reporter at Saltmarket")]
    public void A_byline_is_the_name_that_stands_beside_an_address(string author, string names) =>
        Assert.Equal(names.Split('|'), ReadFeeds.Item($"<title>Ferry</title><author>{author}</author>").Writers);

    [Theory]
    [InlineData("ada@echo.example")]
    [InlineData("mailto:ada@echo.example")]
    [InlineData("ada@echo.example ()")]
    [InlineData("ada@echo.example (ada@echo.example)")]
    [InlineData("ada@echo.example, ivo@echo.example")]
    [InlineData("&lt;ada@echo.example&gt;")]
    [InlineData("ada [at] echo.example")]
    [InlineData("ada at echo.example")]
    [InlineData("https://echo.example/~ada")]
    [InlineData("www.echo.example")]
    [InlineData("acct:@ada@echo.example")]
    public void An_address_alone_is_no_name(string author)
    {
        Assert.Empty(ReadFeeds.Item($"<title>Ferry</title><author>{author}</author>").Writers);
        Assert.Equal(["Ivo Tarn"], ReadFeeds.Item($"<title>Ferry</title><author>{author}</author><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Ivo Tarn</dc:creator>").Writers);
    }

    [Theory]
    [InlineData("<name>Ada Brae</name><email>ada@echo.example</email><uri>https://echo.example/~ada</uri>", "Ada Brae")]
    [InlineData("<name>Ada Brae (ada@echo.example)</name>", "Ada Brae")]
    [InlineData("Ada Brae", "Ada Brae")]
    [InlineData("<name>ada@echo.example</name>", null)]
    [InlineData("<name/><email>ada@echo.example</email>", null)]
    [InlineData("<email>ada@echo.example</email>", null)]
    [InlineData("<uri>https://echo.example/~ada</uri>", null)]
    [InlineData("<url>https://echo.example/~ada</url>", null)]
    public void So_it_is_in_Atom(string author, string? name)
    {
        var item = Assert.Single(ReadFeeds.Feed($"<feed xmlns='http://www.w3.org/2005/Atom'><title>Echo</title><entry><id>1</id><title>Ferry</title><author>{author}</author><contributor>{author}</contributor></entry></feed>").Items);
        Assert.Equal(name is null ? [] : [name], item.Writers);
        Assert.Equal(name is null ? [] : [name], item.Contributors);
    }

    [Fact]
    public void So_it_is_in_JSON_Feed() =>
        Assert.Equal(["Ivo Tarn"], ReadFeeds.Feed("""{"version":"https://jsonfeed.org/version/1.1","title":"Echo","authors":[{"name":"ada@echo.example"},{"name":"Ivo Tarn <ivo@echo.example>"},{"url":"https://echo.example/~ada"}],"items":[]}""").Writers);
}
