using System.Diagnostics;
using System.Text;
using Cuttings.Import.Pages;
using Cuttings.Import.Pages.Body;
using Xunit;

namespace Cuttings.Import.Tests.Pages.Body;

/// <summary>Pages made to be slow, deep or large: each is read, or found empty, in bounded time.</summary>
public class HostilePages
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<p>")]
    [InlineData("<b>")]
    [InlineData("<table>")]
    public void Ten_megabytes_of_one_thing_end_in_time(string part) => Ends(Full(part, 10_000_000), 60);

    [Theory]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<a href=x>")]
    [InlineData("<p>word <b>")]
    [InlineData("<font color=red><p>word")]
    [InlineData("<div>word. Words, and words enough to be a paragraph of its own.")]
    [InlineData("<br>")]
    [InlineData("word<br>")]
    [InlineData("<h2><a href=x>word</a></h2>")]
    [InlineData("<svg><g>")]
    [InlineData("<svg><svg><b></svg>")]
    [InlineData("<select><option>")]
    [InlineData("<form><input>")]
    [InlineData("<!--")]
    [InlineData("&")]
    [InlineData("<div class='")]
    [InlineData("<template><div>")]
    [InlineData("<frameset>")]
    [InlineData("</b></i>")]
    [InlineData("<li>word")]
    [InlineData("<blockquote>The same sentence, long enough to count, is quoted again and again and again.</blockquote>")]
    [InlineData("<section class=related><h3><a href=x>One more</a></h3><p>A few lines below it.</p></section>")]
    [InlineData("<p>A sentence that is long enough to be a paragraph (of the article).</p><h3>Related</h3>")]
    [InlineData("<p>A sentence that is long enough to be a paragraph (of the article).</p><div><p>A line.</p><input type=email></div>")]
    [InlineData("<div class=a><button aria-expanded=false>Three words here?</button><p>A sentence that is long enough to be a paragraph.</p></div>")]
    [InlineData("<section id=the-comments-of-all><h2>The comments of all</h2><p>A sentence that is long enough to be a paragraph.</p>")]
    [InlineData("<p>1/2 A picture of the quay, with boats.</p><p>2/2 Another picture. (A/B)</p><img src=x>")]
    public void A_megabyte_of_one_thing_ends_in_time(string part) => Ends(Full(part, 1_000_000), 20);

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<b>", "</b>")]
    [InlineData("<blockquote>", "</blockquote>")]
    [InlineData("<section class=related>", "</section>")]
    [InlineData("<span lang=ko>", "</span>")]
    [InlineData("<table><tr><td>", "</td></tr></table>")]
    public void A_hundred_thousand_levels_do_not_overflow_the_stack(string open, string close)
    {
        const int Levels = 100_000;
        var middle = "<p>The boat came in at six, and nobody was on the quay, so they tied her up themselves and went home.</p>";
        Ends(string.Concat(Enumerable.Repeat(open, Levels)) + middle + string.Concat(Enumerable.Repeat(close, Levels)), 20);
    }

    [Fact]
    public void Formatting_that_is_never_closed_is_not_opened_again_without_end()
    {
        var html = new StringBuilder();
        for (var n = 0; html.Length < 2_000_000; n++)
        {
            html.Append($"<b id={n}>");
        }

        for (var n = 0; n < 100_000; n++)
        {
            html.Append("<p>word");
        }

        Ends(html.ToString(), 20);
    }

    private static string Full(string part, int size) => string.Concat(Enumerable.Repeat(part, size / part.Length));

    // The limits leave room for a machine that is busy with other tests: what is squared would take hours.
    private static void Ends(string html, int seconds)
    {
        var clock = Stopwatch.StartNew();
        var document = PageParser.Parse(html);
        var parsed = clock.Elapsed;
        BodyFinder.Find(document, new BodyHints("A title"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(seconds), $"parsed in {parsed.TotalSeconds:0.0} s, read in {(clock.Elapsed - parsed).TotalSeconds:0.0} s");
    }
}
