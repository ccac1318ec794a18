using Cuttings.Importing;
using Cuttings.Vocabulary;
using Xunit;

namespace Cuttings.Import.Tests.WordPress;

public class WxrSpecs
{
    [Theory]
    [InlineData("publish", CuttingStatus.Published)]
    [InlineData("draft", CuttingStatus.Draft)]
    [InlineData("auto-draft", CuttingStatus.Draft)]
    [InlineData("pending", CuttingStatus.Review)]
    [InlineData("future", CuttingStatus.Scheduled)]
    [InlineData("private", CuttingStatus.Draft)]
    [InlineData("pitch", CuttingStatus.Draft)]
    [InlineData("", CuttingStatus.Draft)]
    public void Only_what_was_public_is_public(string status, CuttingStatus expected) =>
        Assert.Equal(expected, Cuttings(Wxr.Item("Ferry runs", "It ran.", status: status)).Single().Status);

    [Theory]
    [InlineData("publish")]
    [InlineData("future")]
    public void What_has_a_password_is_a_draft(string status)
    {
        var cutting = Cuttings(Wxr.Item("Ferry runs", "It ran.", status: status, more: "<wp:post_password><![CDATA[herring]]></wp:post_password>")).Single();
        Assert.Equal(CuttingStatus.Draft, cutting.Status);
        Assert.DoesNotContain("herring", string.Concat(cutting.Extra.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_of_categories_tags_and_authors_that_are_not_made_from_their_names_come_along()
    {
        var above = "<wp:category><wp:category_nicename>water</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>Seas</wp:cat_name></wp:category><wp:category><wp:category_nicename>quays</wp:category_nicename><wp:category_parent>water</wp:category_parent><wp:cat_name>Harbours</wp:cat_name></wp:category>";
        var item = Wxr.Item("Ferry runs", "It ran.", more: "<category domain=\"category\" nicename=\"quays\">Harbours</category><category domain=\"category\" nicename=\"night-boats\">Night boats</category><category domain=\"post_tag\" nicename=\"%ed%95%ad%ea%b5%ac\">Hanggu</category>");
        var incoming = Wxr.Read(Wxr.Head + above + item + Wxr.Foot).Single(one => one.Cutting is not null).Cutting!;
        Assert.Equal([(TermKind.Category, "Harbours", "quays"), (TermKind.Category, "Seas", "water"), (TermKind.Tag, "Hanggu", "항구"), (TermKind.Author, "N. Osk", "nosk")], incoming.TermSlugs);
        Assert.Equal(["Harbours", "Night boats", "Seas"], incoming.Cutting.Categories);
    }

    [Fact]
    public void Numbers_of_categories_and_authors_come_along()
    {
        var above = "<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>water</wp:category_nicename><wp:cat_name>Seas</wp:cat_name></wp:category><wp:category><wp:term_id>12</wp:term_id><wp:category_nicename>quays</wp:category_nicename><wp:category_parent>water</wp:category_parent><wp:cat_name>Harbours</wp:cat_name></wp:category><wp:category><wp:term_id>x9</wp:term_id><wp:category_nicename>odd</wp:category_nicename><wp:cat_name>Odd</wp:cat_name></wp:category>";
        var item = Wxr.Item("Ferry runs", "It ran.", more: "<category domain=\"category\" nicename=\"quays\">Harbours</category><category domain=\"category\" nicename=\"odd\">Odd</category><category domain=\"post_tag\" nicename=\"night\">Night</category>");
        var incoming = Wxr.Read(Wxr.Head + above + item + Wxr.Foot).Single(one => one.Cutting is not null).Cutting!;
        Assert.Equal([(TermKind.Category, "Harbours", "12"), (TermKind.Category, "Seas", "4"), (TermKind.Author, "N. Osk", "1")], incoming.TermIds);
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        var comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author><![CDATA[A reader]]></wp:comment_author><wp:comment_content><![CDATA[It did not run.]]></wp:comment_content></wp:comment>";
        var items = Wxr.Read(Wxr.Of(
            Wxr.Item("Ferry runs", "It ran.", more: comment + comment),
            Wxr.Item("quay", "", 8, "<wp:attachment_url>https://quay.example/wp-content/uploads/quay.jpg</wp:attachment_url>", "inherit", "attachment"),
            Wxr.Item("Home", "", 9, type: "nav_menu_item"),
            Wxr.Item("Ferry runs", "It r", 10, type: "revision", status: "inherit"),
            Wxr.Item("Gone", "Gone.", 11, status: "trash"),
            Wxr.Item("Letter", "To whom it may concern", 12, type: "feedback"),
            Wxr.Item("", "[gallery]", 13)));
        Assert.Equal("Ferry runs", Assert.Single(items, item => item.Cutting is not null).Cutting!.Cutting.Headline);
        Assert.DoesNotContain(items, item => item.Failed is not null);
        Assert.Equal(
            new FileNote("blog.xml", "Left out: 2 comments, 1 attachment (links to it stay), 1 line of a menu, 1 revision, 1 post from the trash or never written, 1 item of WordPress's or a plugin's own (1 feedback), 1 post with neither title nor text."),
            items[^1].Note);
    }

    [Fact]
    public void Categories_come_with_those_above_them()
    {
        var above = "<wp:category><wp:category_nicename>ports</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Ports &amp; Quays]]></wp:cat_name></wp:category>"
            + "<wp:category><wp:category_nicename>orsa</wp:category_nicename><wp:category_parent>ports</wp:category_parent><wp:cat_name><![CDATA[Orsa]]></wp:cat_name></wp:category>"
            + "<wp:category><wp:category_nicename>ferries</wp:category_nicename><wp:category_parent>orsa</wp:category_parent><wp:cat_name><![CDATA[Ferries]]></wp:cat_name></wp:category>"
            + "<wp:category><wp:category_nicename>round</wp:category_nicename><wp:category_parent>circle</wp:category_parent><wp:cat_name><![CDATA[Round]]></wp:cat_name></wp:category>"
            + "<wp:category><wp:category_nicename>circle</wp:category_nicename><wp:category_parent>round</wp:category_parent><wp:cat_name><![CDATA[Circle]]></wp:cat_name></wp:category>";
        var filed = "<category domain=\"category\" nicename=\"ferries\"><![CDATA[Ferries]]></category><category domain=\"category\" nicename=\"round\"><![CDATA[Round]]></category><category domain=\"post_tag\" nicename=\"night\"><![CDATA[night]]></category><category domain=\"series\" nicename=\"tides\"><![CDATA[Tides]]></category><category domain=\"post_format\" nicename=\"post-format-quote\"><![CDATA[Quote]]></category><category domain=\"language\" nicename=\"ko\"><![CDATA[한국어]]></category>";
        var cutting = Cuttings(above, Wxr.Item("Ferry runs", "It ran.", more: filed)).Single();
        Assert.Equal(["Ferries", "Round", "Orsa", "Ports & Quays", "Circle"], cutting.Categories);
        Assert.Equal(["night", "Tides"], cutting.Tags);
        Assert.Equal("ko", cutting.Language);
    }

    [Theory]
    [InlineData("2011-03-09 08:30:00", "2011-03-08 23:30:00", "publish", "2011-03-09T08:30:00+09:00")]
    [InlineData("2011-03-08 18:30:00", "2011-03-08 23:30:00", "publish", "2011-03-08T18:30:00-05:00")]
    [InlineData("2011-03-09 05:15:00", "2011-03-08 23:30:00", "publish", "2011-03-09T05:15:00+05:45")]
    [InlineData("2011-03-08 23:30:00", "2011-03-08 23:30:00", "publish", "2011-03-08T23:30:00Z")]
    [InlineData("2011-03-09 08:30:01", "2011-03-08 23:30:00", "publish", "2011-03-09T08:30:01+09:00")]
    [InlineData("2010-01-01 00:00:00", "2011-03-08 23:30:00", "publish", "2011-03-08T23:30:00Z")]
    [InlineData("2011-03-09 08:30:00", "0000-00-00 00:00:00", "publish", "2011-03-09T08:30:00+09:00")]
    [InlineData("2011-03-09 08:30:00", "0000-00-00 00:00:00", "draft", null)]
    [InlineData("0000-00-00 00:00:00", "0000-00-00 00:00:00", "draft", null)]
    public void The_day_is_the_blogs_day(string local, string gmt, string status, string? posted) =>
        Assert.Equal(posted, Cuttings(Wxr.Item("Ferry runs", "It ran.", status: status, date: local, gmt: gmt)).Single().Posted?.Text);

    [Theory]
    [InlineData("ferry-runs", "ferry-runs")]
    [InlineData("%ec%97%b0%eb%9d%bd%ec%84%a0-%ec%9a%b4%ed%95%ad", "연락선-운항")]
    [InlineData("%e6%b8%a1%e8%bd%ae%e5%a4%8d%e8%88%aa-2", "渡轮复航-2")]
    [InlineData("%ec%97%b0%eb%9d%bd%ec%84", "연락")]
    [InlineData("a%2fb", "a-b")]
    [InlineData("", null)]
    public void Slugs_are_decoded(string name, string? slug) =>
        Assert.Equal(slug, Cuttings(Wxr.Item("Ferry runs", "It ran.").Replace("post-7]]></wp:post_name>", name + "]]></wp:post_name>", StringComparison.Ordinal)).Single().Slug);

    [Fact]
    public void Old_addresses_and_numbers_are_kept()
    {
        var incoming = Wxr.Read(Wxr.Of(Wxr.Item("Ferry runs", "It ran."))).First(item => item.Cutting is not null).Cutting!;
        Assert.Equal("https://quay.example/2011/03/post-7/", incoming.Cutting.Permalink);
        Assert.Equal("\"https://quay.example/?p=7\"", incoming.Cutting.Extra["guid"]);
        Assert.Equal(("wordpress quay.example", "7"), (incoming.Origin, incoming.ForeignId));
        Assert.Equal("blog.xml item 1 (“Ferry runs”)", incoming.Item);
    }

    [Fact]
    public void A_page_keeps_its_address_and_is_marked()
    {
        var page = Cuttings(Wxr.Item("About", "We cut.", type: "page", link: "https://quay.example/about/")).Single();
        Assert.Equal((CuttingStatus.Published, "https://quay.example/about/", "\"publish page\""), (page.Status, page.Permalink, page.Extra["wordpress"]));
    }

    [Theory]
    [InlineData("https://quay.example/news/ferry/", CuttingStatus.Published)]
    [InlineData("https://quay.example/?post_type=news&amp;p=7", CuttingStatus.Draft)]
    public void A_type_of_the_blogs_own_is_public_where_it_has_an_address(string link, CuttingStatus status) =>
        Assert.Equal(status, Cuttings(Wxr.Item("Ferry runs", "It ran.", type: "news", link: link)).Single().Status);

    [Fact]
    public void The_featured_image_is_found_after_its_post()
    {
        var post = Wxr.Item("Ferry runs", "It ran.", more: "<wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key><wp:meta_value><![CDATA[8]]></wp:meta_value></wp:postmeta>");
        var image = Wxr.Item("quay", "", 8, "<wp:attachment_url>https://quay.example/wp-content/uploads/quay.jpg</wp:attachment_url>", "inherit", "attachment");
        Assert.Equal("{\"url\":\"https://quay.example/wp-content/uploads/quay.jpg\"}", Cuttings(post, image).Single().Extra["image"]);
        Assert.Equal("{\"url\":\"https://quay.example/wp-content/uploads/quay.jpg\"}", Cuttings(image, post).Single().Extra["image"]);
        Assert.Contains("1 featured image whose file is not told", Wxr.Read(Wxr.Of(post))[^1].Note!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_without_a_title_is_headed_by_its_first_words()
    {
        var incoming = Wxr.Read(Wxr.Of(Wxr.Item("", "It ran at ten.\nIt came back."))).First().Cutting!;
        Assert.Equal("It ran at ten.", incoming.Cutting.Headline);
        Assert.Contains("headline", incoming.Missing);
    }

    [Theory]
    [InlineData("Fish &amp; <em>chips</em>", "Fish & chips")]
    [InlineData("5 < 6", "5 < 6")]
    public void A_title_is_plain_text(string stored, string headline) => Assert.Equal(headline, Cuttings(Wxr.Item(stored, "It ran.")).Single().Headline);

    internal static List<Cutting> Cuttings(params string[] items) => [.. Wxr.Read(Wxr.Of(items)).Where(item => item.Cutting is not null).Select(item => item.Cutting!.Cutting)];
}
