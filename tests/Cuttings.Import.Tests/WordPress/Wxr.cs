using System.Text;
using Cuttings.Import.WordPress;
using Cuttings.Importing;

namespace Cuttings.Import.Tests.WordPress;

/// <summary>Exports written and read by tests.</summary>
internal static class Wxr
{
    public const string Head = """
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel>
        <title>The Quay</title>
        <link>https://quay.example</link>
        <language>en-GB</language>
        <wp:wxr_version>1.2</wp:wxr_version>
        <wp:base_blog_url>https://quay.example</wp:base_blog_url>
        <wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[nosk]]></wp:author_login><wp:author_display_name><![CDATA[N. Osk]]></wp:author_display_name></wp:author>

        """;

    public const string Foot = "</channel>\n</rss>\n";

    /// <summary>A whole export of these items.</summary>
    public static string Of(params string[] items) => Head + string.Concat(items) + Foot;

    /// <summary>An item; what is not said is as WordPress would write it for a published post.</summary>
    public static string Item(string title, string content, int id = 7, string more = "", string status = "publish", string type = "post", string date = "2011-03-09 08:30:00", string gmt = "2011-03-08 23:30:00", string? link = null) => $"""
        <item>
        <title><![CDATA[{title}]]></title>
        <link>{link ?? $"https://quay.example/2011/03/post-{id}/"}</link>
        <pubDate>Tue, 08 Mar 2011 23:30:00 +0000</pubDate>
        <dc:creator><![CDATA[nosk]]></dc:creator>
        <guid isPermaLink="false">https://quay.example/?p={id}</guid>
        <description></description>
        <content:encoded><![CDATA[{content}]]></content:encoded>
        <excerpt:encoded><![CDATA[]]></excerpt:encoded>
        <wp:post_id>{id}</wp:post_id>
        <wp:post_date><![CDATA[{date}]]></wp:post_date>
        <wp:post_date_gmt><![CDATA[{gmt}]]></wp:post_date_gmt>
        <wp:post_name><![CDATA[post-{id}]]></wp:post_name>
        <wp:status><![CDATA[{status}]]></wp:status>
        <wp:post_parent>0</wp:post_parent>
        <wp:post_type><![CDATA[{type}]]></wp:post_type>
        {more}
        </item>

        """;

    public static List<ReadItem> Read(string export) => Read(Encoding.UTF8.GetBytes(export));

    public static List<ReadItem> Read(byte[] export)
    {
        using var stream = new MemoryStream(export);
        return WxrFile.ReadAsync(stream, "blog.xml").ToBlockingEnumerable().ToList();
    }

    /// <summary>The only cutting of an export of one item with this content.</summary>
    public static Cutting Post(string content) => Read(Of(Item("Ferry runs again", content))).Single(item => item.Cutting is not null).Cutting!.Cutting;
}
