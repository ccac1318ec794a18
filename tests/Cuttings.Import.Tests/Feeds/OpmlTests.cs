using System.Text;
using CsCheck;
using Cuttings.Import.Feeds.Opml;
using Xunit;

namespace Cuttings.Import.Tests.Feeds;

public class OpmlTests
{
    [Fact]
    public void A_nested_list_is_read_with_its_folders()
    {
        var (list, _) = OpmlReader.Read("""
            <?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>Papers</title></head><body>
            <outline text="Harbour &amp; sea"><outline text="Ferries"><outline type="rss" text="Echo" title="Harbour &amp;amp; Echo" xmlUrl="https://echo.example/feed" htmlUrl="https://echo.example/"/></outline>
            <outline text="Wire" XMLURL="https://wire.example/rss"/></outline>
            <outline text="Flat" type="rss" xmlurl="feed://flat.example/rss" category="/News/Local,/Other"/>
            <outline text="Again" xmlUrl="https://wire.example/rss"/><outline text="No feed" type="rss" xmlUrl="javascript:x"/>
            </body></opml>
            """u8.ToArray());
        Assert.Equal(
            [
                new("https://echo.example/feed", "Harbour & Echo", "https://echo.example/", ["Harbour & sea", "Ferries"]),
                new("https://wire.example/rss", "Wire", null, ["Harbour & sea"]),
                new("http://flat.example/rss", "Flat", null, ["News", "Local"]),
            ],
            list!.Feeds);
        Assert.Equal("One outline names no address that can be read.", Assert.Single(list.Damage));
    }

    [Fact]
    public void An_ill_formed_list_is_mended()
    {
        var (list, _) = OpmlReader.Read("<opml version=1.0><body><outline text='Fish & chips' xmlUrl='https://a.example/?a=1&b=2'/><outline text=\"News\"><outline xmlUrl=https://b.example/ />"u8.ToArray());
        Assert.Equal([new("https://a.example/?a=1&b=2", "Fish & chips"), new("https://b.example/", null, null, ["News"])], list!.Feeds);
        Assert.NotEmpty(list.Damage);
    }

    [Theory]
    [InlineData("<rss><channel/></rss>")]
    [InlineData("")]
    [InlineData("<html><body>opml</body></html>")]
    public void What_is_no_list_is_said_to_be_none(string text)
    {
        Assert.False(OpmlReader.Looks(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((null, "It is no list of subscriptions (OPML)."), OpmlReader.Read(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var name = Gen.Char["aé<&\"' 한\t"].Array[1, 12].Select(signs => "x" + new string(signs).Replace('\t', ' ') + "y");
        Gen.Select(name, name.Array[0, 3], Gen.Bool, Gen.Int[0, 2]).Array[0, 12].Sample(drawn =>
        {
            // Those of a folder stand together, where its first one stands; so they are compared without order.
            var feeds = drawn.Select((one, n) => new OutlinedFeed($"https://paper{n}.example/rss?a=1&b={n}", Squeezed(one.Item1), one.Item3 ? $"https://paper{n}.example/" : null, [.. one.Item2.Select(Squeezed)])).ToList();
            using var written = new MemoryStream();
            OpmlWriter.Write(feeds, "Papers \u0001", DateTimeOffset.UnixEpoch, written);
            Assert.True(OpmlReader.Looks(written.ToArray()));
            var (list, _) = OpmlReader.Read(written.ToArray());
            Assert.Empty(list!.Damage);
            Assert.Equal(feeds.OrderBy(feed => feed.Address, StringComparer.Ordinal), list.Feeds.OrderBy(feed => feed.Address, StringComparer.Ordinal));
        });
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
