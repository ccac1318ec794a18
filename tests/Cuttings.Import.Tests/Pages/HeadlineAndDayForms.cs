using System.Text;
using Cuttings.Articles;
using Cuttings.Import.Pages;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

/// <summary>The forms in which pages print their headline and day, on one page of our own.</summary>
public class HeadlineAndDayForms
{
    private const string Headline = "Night ferry returns to the islands";

    [Theory]
    [InlineData("""<h1><span class="kicker">Harbour</span> Night ferry returns to the islands</h1>""", Headline)]
    [InlineData("""<h1><span>Exclusive</span><span>Night ferry returns to the islands</span></h1>""", Headline + " | Tidewater Gazette")]
    [InlineData("""<h1>Night ferry returns to the islands<small class="sub">Islanders cheer as the boat comes in</small></h1>""", Headline + " | Tidewater Gazette")]
    [InlineData("""<h1>News</h1><h2>Night ferry returns to the islands</h2>""", Headline + " | News | Tidewater Gazette")]
    [InlineData("""<h1>Night&nbsp;ferry returns to the islands</h1>""", "Ferry news: the night boat is back in Orsa | Tidewater Gazette")]
    [InlineData("", Headline + " - Tidewater Gazette")]
    public void The_headline_is_told_as_printed(string heading, string title) => Assert.Equal(Headline, Read(title, "", heading, "").Title);

    [Theory]
    [InlineData("""<time datetime="2021-03-03">3 Mar</time>""", "2021-03-03")]
    [InlineData("""<time class="published" data-timestamp="1614765600">Mar 3</time>""", "2021-03-03")]
    [InlineData("""<p class="meta">Updated March 5, 2021; Published March 3, 2021</p>""", "2021-03-03")]
    [InlineData("""<time datetime="2021-03-05">Updated March 5, 2021</time> <time datetime="2021-03-03">Published March 3, 2021</time>""", "2021-03-03")]
    [InlineData("""<p class="date">Wed 3 Mar 2021 08.00 GMT</p>""", "2021-03-03")]
    [InlineData("""<p class="date">입력 2021.03.03. 오전 10:15 수정 2021.03.04. 오후 1:00</p>""", "2021-03-03")]
    [InlineData("""<cite><span>By Nora Quill</span> <abbr title="2021-03-03T08:00:00Z">1 hr 4 mins ago</abbr></cite>""", "2021-03-03")]
    [InlineData("", null)]
    public void The_day_is_told_as_printed(string printed, string? day) =>
        Assert.Equal(day, Day(Read(Headline, "", "<h1>" + Headline + "</h1>" + printed, "")));

    [Theory]
    [InlineData("""<header><div class="date">Friday, May 7, 2021</div></header>""", "")]
    [InlineData("", "<footer>Copyright March 3, 2024 Tidewater Gazette</footer>")]
    [InlineData("", "<p>Copyright 2024</p>")]
    [InlineData("", """<div id="comments"><time datetime="2021-05-07">May 7, 2021</time></div>""")]
    [InlineData("", """<div class="related"><a href="/x">Another story</a><time datetime="2021-05-07">May 7, 2021</time></div>""")]
    [InlineData("", "<p>The strike of 5 May 1995 ended it, the council said.</p>")]
    [InlineData("<ul><li>The Harbour Act was signed into law on 5 May 1995</li><li>The ferry is to sail three times a week</li></ul>", "")]
    [InlineData("<p>Lighthouse keepers’ log, 5 May 1935</p>", "")]
    public void Other_days_are_not_taken(string before, string after)
    {
        Assert.Null(Day(Read(Headline, before, "<h1>" + Headline + "</h1>", after)));
        Assert.Equal("2021-03-03", Day(Read(Headline, before, "<h1>" + Headline + "</h1><p class=\"date\">March 3, 2021</p>", after)));
    }

    [Theory]
    [InlineData("2021-03-03T23:30:00-05:00", "2021-03-03")]
    [InlineData("2021-03-04T01:00:00Z", "2021-03-03")]
    [InlineData("2021-03-03 08:00:00+0100", "2021-03-03")]
    [InlineData("March 3, 2021", "2021-03-03")]
    public void The_day_is_the_outlets_own(string stated, string day) =>
        Assert.Equal(day, Day(Read(Headline, "", $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"{{Headline}}","datePublished":"{{stated}}"}</script><h1>{{Headline}}</h1><p>March 3, 2021</p>""", "")));

    private static string? Day(Article article) => article.Published is { } date ? date.Text[..10] : null;

    private static Article Read(string title, string before, string heading, string after)
    {
        const string Text = "<p>The night ferry Marjan left Orsa harbour a little after ten on Tuesday with two hundred and fourteen passengers aboard, the first crossing since the ice closed the channel in January.</p><p>Harbour master Ilse Brandt said the pilots had sounded the channel twice before the council agreed to let the boat go. “We would rather be late than wet,” she said at the quay.</p>";
        var page = $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>{before}<article>{heading}{Text}{after}</article></body></html>""";
        return Assert.Single(new PageReader().Read(Encoding.UTF8.GetBytes(page), null, null).Articles);
    }
}
