using Cuttings.Articles;
using Cuttings.Import.Feeds.Discovery;
using Xunit;

namespace Cuttings.Import.Tests.Feeds;

public class DiscoveryTests
{
    [Fact]
    public void The_main_feed_comes_before_comments_and_before_links_that_look_like_feeds()
    {
        var feeds = FeedDiscovery.Find("""
            <html><head><base href="/blog/"><script>"<link rel='alternate' type='application/rss+xml' href='/no1'>"</script><!-- <link rel=alternate type=application/rss+xml href=/no2> -->
            <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
            <link rel="stylesheet alternate" type="text/css" href="x.css"><link rel="alternate" hreflang="ko" href="/ko/">
            <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
            <LINK TYPE=application/atom+xml REL=Alternate HREF=atom.xml TITLE='Echo &amp; more'>
            <link rel="alternate" type="application/rss+xml" href="https://echo.example/blog/atom.xml/"></head>
            <body><a href="/rss">RSS</a><a href="/about">About</a><a href="feed:https://b.example/x">Feed</a></body></html>
            """, "https://echo.example/");
        Assert.Equal([new("https://echo.example/blog/atom.xml", "Echo & more"), new("https://echo.example/rss", null), new NamedFeed("https://b.example/x", null), new("https://echo.example/blog/comments/feed", "Comments")], feeds);
    }

    [Theory]
    [InlineData("<meta name=generator content='WordPress 6.5'>", "https://echo.example/2012/ferry/", "https://echo.example/feed/")]
    [InlineData("<link rel='https://api.w.org/' href='/wp-json/'>", "https://echo.example/a", "https://echo.example/feed/")]
    [InlineData("", "https://ferry.blogspot.com/2012/04/a.html", "https://ferry.blogspot.com/feeds/posts/default")]
    [InlineData("", "https://ferry.substack.com/p/a", "https://ferry.substack.com/feed")]
    [InlineData("", "https://ferry.tistory.com/12", "https://ferry.tistory.com/rss")]
    [InlineData("<meta itemprop=channelId content=UCabcdefghijklmnopqrstuv>", "https://www.youtube.com/@ferry", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv")]
    [InlineData("<meta name=generator content='Hugo 0.1'>", "https://echo.example/", "https://echo.example/index.xml")]
    public void Where_no_feed_is_named_the_programs_own_place_is_guessed_and_marked(string head, string address, string expected)
    {
        var feed = FeedDiscovery.Find($"<html><head>{head}</head></html>", address)[0];
        Assert.Equal(expected, feed.Address);
        Assert.True(feed.Guessed);
    }

    [Fact]
    public void A_page_without_feeds_names_none() => Assert.Empty(FeedDiscovery.Find("<p>Nothing <a href='/x'>here</a>", "https://echo.example/"));
}
