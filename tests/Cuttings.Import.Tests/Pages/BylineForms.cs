using System.Text;
using Cuttings.Import.Pages;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

/// <summary>The forms in which pages name their writers, for machines and for readers, on one page of our own.</summary>
public class BylineForms
{
    private const string Headline = "Night ferry returns to the islands";

    [Theory]
    [InlineData(""" "By Nora Quill, Staff" """, "Nora Quill")]
    [InlineData(""" "Nora Quill, Tom Ferris and Ada Marsh" """, "Nora Quill|Tom Ferris|Ada Marsh")]
    [InlineData(""" [{"@type":"Person","name":"Nora Quill"},{"@type":"Person","name":"Nora Quill"},{"name":"Tom Ferris"}] """, "Nora Quill|Tom Ferris")]
    [InlineData(""" {"@type":"Person","name":["Nora Quill","Tom Ferris"]} """, "Nora Quill|Tom Ferris")]
    [InlineData(""" {"@type":"Person","givenName":"Nora","familyName":"Quill"} """, "Nora Quill")]
    [InlineData(""" {"@id":"#nora"} """, "Nora Quill")]
    [InlineData(""" "#nora" """, "Nora Quill")]
    [InlineData(""" "https://gazette.example/people/nora" """, "")]
    [InlineData(""" {"@type":"Organization","name":"Tidewater Gazette"} """, "")]
    [InlineData(""" [{"@type":"Organization","name":"Tidewater Gazette"},{"@type":"Person","name":"Nora Quill"}] """, "Nora Quill")]
    [InlineData(""" "Quill, Nora" """, "Nora Quill")]
    public void Writers_are_told_from_linked_data(string author, string names) =>
        Assert.Equal(names, Read($$"""<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"{{Headline}}","publisher":{"@type":"Organization","name":"Tidewater Gazette"},"author":{{author}}},{"@type":"Person","@id":"#nora","name":"Nora Quill"}]}</script>""", "", ""));

    [Theory]
    [InlineData("""<meta property="article:author" content="https://www.facebook.com/gazette">""", "")]
    [InlineData("""<meta name="sailthru.author" content="Nora Quill, Tom Ferris">""", "Nora Quill|Tom Ferris")]
    [InlineData("""<meta name="parsely-author" content="Nora Quill"><meta name="author" content="Tidewater Gazette">""", "Nora Quill")]
    [InlineData("""<meta name="dc.creator" content="Quill, Nora">""", "Nora Quill")]
    [InlineData("""<meta property="og:site_name" content="항구일보"><meta property="dable:author" content="김서연">""", "김서연")]
    public void Writers_are_told_from_the_head(string head, string names) => Assert.Equal(names, Read(head, "", ""));

    [Theory]
    [InlineData("""<p class="byline">By <a href="/profile/nora">Nora Quill</a> and <a href="/profile/tom">Tom Ferris</a> in Orsa</p>""", "Nora Quill|Tom Ferris")]
    [InlineData("""<div class="article-author"><img alt="Nora Quill" src="n.jpg"><a href="/authors/nora">Nora Quill</a><span>Senior Editor, Harbours</span></div>""", "Nora Quill")]
    [InlineData("""<div class="authors"><div class="author"><a href="/x/nora">Nora Quill</a><span class="role">Senior Editor</span></div><div class="author"><a href="/x/tom">Tom Ferris</a><span class="role">Reporter</span></div></div>""", "Nora Quill|Tom Ferris")]
    [InlineData("""<p class="byline">By Nora Quill<time datetime="2021-03-03">Wed 3 Mar 2021 08.00 GMT</time></p>""", "Nora Quill")]
    [InlineData("""<p class="byline">By Nora Quill <button>Follow</button> <a href="/f">Follow @noraq</a></p>""", "Nora Quill")]
    [InlineData("""<p>By <span itemprop="author" itemscope><span itemprop="name">Nora Quill</span>, <span itemprop="jobTitle">Health reporter</span></span></p>""", "Nora Quill")]
    [InlineData("""<p class="meta">March 3, 2021 | By Nora Quill</p>""", "Nora Quill")]
    [InlineData("""<p class="post-meta">Posted in <a href="/harbour">Harbour</a> by <a href="/nora">Nora Quill</a></p>""", "Nora Quill")]
    [InlineData("""<div class="byline">Words by Nora Quill</div><div class="byline">Photographs by Tom Ferris</div>""", "Nora Quill")]
    [InlineData("""<p class="byline">By NORA QUILL</p>""", "NORA QUILL")]
    [InlineData("""<div class="postByline">by <a rel="author" href="/nora">Nora Quill</a> <ul class="contentTools"><li><a>Print</a></li><li><a>E-mail</a></li></ul></div>""", "Nora Quill")]
    [InlineData("""<p class="firma"><em>Nora Quill</em> | <span class="lugar">Orsa</span></p>""", "Nora Quill")]
    [InlineData("""<div class="firma_comentarios"><span class="firma"><a href="/autor/nora/" rel="author">Nora Quill</a> / <a href="/autor/tom/" rel="author">Tom Ferris</a></span></div><div class="foto"><p class="figcaption">The quay. / <span class="firma">ADA MARSH</span></p></div>""", "Nora Quill|Tom Ferris")]
    [InlineData("""<div class="reporter_content"><div class="reporter_name"><a href="/reporting/nora">Nora Quill</a></div><span class="reporter_text">| Gazette Reporting</span> <span>Become a Fan</span></div>""", "Nora Quill")]
    [InlineData("""<div class="article__author"><div class="post-time">15.08.2015, <time>godz. 13:37</time></div></div>""", "")]
    [InlineData("""<p class="byline">Posted by admin</p>""", "")]
    public void Writers_are_told_from_what_is_printed(string byline, string names) => Assert.Equal(names, Read("", byline, ""));

    [Theory]
    [InlineData("""<div id="comments"><div class="comment"><span class="author">Loud Larry</span><p>Nice.</p></div></div>""")]
    [InlineData("""<div class="related"><div class="card"><a href="/x">Another story from the quay</a><span class="byline">By Olga Other</span></div></div>""")]
    [InlineData("""<p><em>Tom Ferris contributed to this report.</em></p>""")]
    public void Others_on_the_page_are_no_writers(string after) => Assert.Equal("", Read("", "", after));

    private static string Read(string head, string byline, string after)
    {
        const string Text = "<p>The night ferry Marjan left Orsa harbour a little after ten on Tuesday with two hundred and fourteen passengers aboard, the first crossing since the ice closed the channel in January.</p><p>Harbour master Ilse Brandt said the pilots had sounded the channel twice before the council agreed to let the boat go. “We would rather be late than wet,” she said at the quay.</p>";
        var page = $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{Headline}</title>{head}</head><body><article><h1>{Headline}</h1>{byline}{Text}{after}</article></body></html>""";
        return string.Join('|', Assert.Single(new PageReader().Read(Encoding.UTF8.GetBytes(page), null, null).Articles).Writers);
    }
}
