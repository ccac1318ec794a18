using System.Text;
using Cuttings.Import.WordPress;
using Xunit;

namespace Cuttings.Import.Tests.WordPress;

public class BrokenExports
{
    private static readonly string[] Three = [Wxr.Item("One", "It ran.", 1), Wxr.Item("Two", "It ran again.", 2), Wxr.Item("Three", "It stopped.", 3)];

    [Fact]
    public void Wherever_a_file_is_cut_what_came_before_is_read_and_the_place_is_named()
    {
        var whole = Encoding.UTF8.GetBytes(Wxr.Of(Three));
        var ends = Enumerable.Range(1, 3).Select(n => Encoding.UTF8.GetByteCount(Wxr.Head + string.Concat(Three[..n])) - 1).ToList();
        for (var length = Wxr.Head.IndexOf("<channel>", StringComparison.Ordinal); length < whole.Length - "</channel>\n</rss>\n".Length; length++)
        {
            var items = Wxr.Read(whole[..length]);
            Assert.Equal(ends.Count(end => end <= length), items.Count(item => item.Cutting is not null));
            var why = Assert.Single(items, item => item.Failed is not null).Failed!;
            Assert.Contains($"at byte {length:N0}", why.Why, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_break_is_named_with_what_was_whole()
    {
        var items = Wxr.Read(Wxr.Head + Three[0] + Three[1] + Three[2][..300]);
        Assert.Equal("blog.xml item 3 (“Three”)", items[^1].Failed!.Item);
        Assert.Matches("^The export breaks off here, at byte [0-9,]+, inside this item; the 2 items before that are whole, the last post of them is “Two”\\.$", items[^1].Failed!.Why);
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\n\n  ")]
    [InlineData("<br />\n<b>Notice</b>: an undefined index in <b>/srv/export.php</b> on line <b>3</b><br />\n")]
    public void What_stands_before_the_declaration_is_passed_over(string junk)
    {
        Assert.Equal(3, Count(junk + Wxr.Of(Three)));
        Assert.True(WxrFile.Looks(Encoding.UTF8.GetBytes(junk + Wxr.Of(Three))));
    }

    [Theory]
    [InlineData("]]></content:encoded>", "</content:encoded>")]
    [InlineData("<content:encoded><![CDATA[", "<content:encoded>")]
    [InlineData("</content:encoded>", "")]
    [InlineData("It ran again.", "It ran ]]> again.")]
    [InlineData("It ran again.", "<script>//<![CDATA[\nrun();\n//]]></script>It ran again.")]
    [InlineData("It ran again.", "It ran]]]]><![CDATA[> again.")]
    [InlineData("It ran again.", "It\u0000\u0008\u000B ran again.")]
    [InlineData("It ran again.", "It &nbsp;ran&hellip; again &bogus;.")]
    [InlineData("<wp:post_parent>", "<sitemap:priority>5</sitemap:priority><wp:post_parent>")]
    [InlineData("<wp:post_parent>", "<wp:odd a='\"' b=\"'>\"/><!-- <item> --><wp:post_parent>")]
    public void One_fault_costs_no_post(string right, string wrong)
    {
        var items = Wxr.Read(Wxr.Of(Three[0], Three[1].Replace(right, wrong, StringComparison.Ordinal), Three[2]));
        Assert.Equal(["One", "Two", "Three"], items.Select(item => item.Cutting?.Cutting.Headline));
        Assert.Equal("It stopped.", items[2].Cutting!.Cutting.Excerpt.ToText());
        Assert.StartsWith("It", items[1].Cutting!.Cutting.Excerpt.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("wp:post_id", items[1].Cutting!.Cutting.Excerpt.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Wherever_an_item_breaks_off_the_next_one_is_read()
    {
        var (from, to) = (Three[1].IndexOf("</title>", StringComparison.Ordinal), Three[1].LastIndexOf("</item>", StringComparison.Ordinal) + 6);
        for (var length = from; length < to; length++)
        {
            var items = Wxr.Read(Wxr.Of(Three[0], Three[1][..length], Three[2]));
            Assert.Equal(["One", null, "Three"], items.Select(item => item.Cutting?.Cutting.Headline));
            Assert.Equal("blog.xml item 2 (“Two”)", Assert.Single(items, item => item.Failed is not null).Failed!.Item);
            Assert.Equal("3", items[2].Cutting!.ForeignId);
        }
    }

    [Fact]
    public void Where_a_text_never_ends_the_next_item_is_read()
    {
        var lost = Three[2].Replace("]]></content:encoded>\n<excerpt:encoded><![CDATA[]]></excerpt:encoded>", "", StringComparison.Ordinal).Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal)
            .Replace("<content:encoded>", "<content:encoded><![CDATA[", StringComparison.Ordinal);
        var items = Wxr.Read(Wxr.Head + Three[0] + lost + Wxr.Item("Four", "It ran on.", 4).Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal) + Wxr.Foot);
        Assert.Equal(["One", "Four"], items.Where(item => item.Cutting is not null).Select(item => item.Cutting!.Cutting.Headline));
        Assert.Single(items, item => item.Failed is not null);
    }

    [Fact]
    public void Bytes_of_another_encoding_are_read_as_they_were_meant()
    {
        var export = Encoding.Latin1.GetBytes(Wxr.Of(Wxr.Item("One", "It\u0092s \u0093late\u0094, caf\u00E9.", 1)));
        Assert.Equal("It’s “late”, café.", Wxr.Read(export)[0].Cutting!.Cutting.Excerpt.ToText());
        var mixed = Encoding.UTF8.GetBytes(Wxr.Of(Wxr.Item("한", "It~s late.", 1)));
        mixed[Array.IndexOf(mixed, (byte)'~')] = 0x92;
        Assert.Equal("It’s late.", Wxr.Read(mixed)[0].Cutting!.Cutting.Excerpt.ToText());
        Assert.Equal("한", Wxr.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Wxr.Of(Wxr.Item("한", "It ran.", 1)))).ToArray())[0].Cutting!.Cutting.Headline);
    }

    [Fact]
    public void Another_prefix_for_the_same_namespace_is_understood()
    {
        var export = Wxr.Of(Three).Replace("xmlns:wp=", "xmlns:w=", StringComparison.Ordinal).Replace("<wp:", "<w:", StringComparison.Ordinal).Replace("</wp:", "</w:", StringComparison.Ordinal);
        Assert.Equal("3", Wxr.Read(export)[2].Cutting!.ForeignId);
    }

    [Fact]
    public void Nothing_is_declared_included_or_expanded()
    {
        var bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        var export = Wxr.Of(Wxr.Item("One &b; &f;", "It ran. &b;&f;")).Replace("<rss", bomb + "<rss", StringComparison.Ordinal).Replace("<title><![CDATA[One &b; &f;]]>", "<title>One &b; &f;", StringComparison.Ordinal);
        var cutting = Wxr.Read(export)[0].Cutting!.Cutting;
        Assert.Equal(("One &b; &f;", "It ran. &b;&f;"), (cutting.Headline, cutting.Excerpt.ToText()));
    }

    [Fact]
    public void An_item_without_bounds_is_passed_over()
    {
        var items = Wxr.Read(Wxr.Of(Three[0], Wxr.Item("Long", new string('x', WxrScanner.Longest), 4), Wxr.Item("Many", "It ran.", 5, string.Concat(Enumerable.Repeat("<a/>", WxrScanner.MostTokens))), Three[2]));
        Assert.Equal(["One", null, null, "Three"], items.Select(item => item.Cutting?.Cutting.Headline));
        Assert.Equal(["blog.xml item 2 (“Long”)", "blog.xml item 3 (“Many”)"], items.Where(item => item.Failed is not null).Select(item => item.Failed!.Item));
    }

    private static int Count(string export) => Wxr.Read(export).Count(item => item.Cutting is not null);
}
