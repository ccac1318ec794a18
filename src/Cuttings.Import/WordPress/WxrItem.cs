using System.Net;

namespace Cuttings.Import.WordPress;

/// <summary>One item of an export, as it stands there: a post, a page, an attachment, a line of a menu, …</summary>
internal sealed class WxrItem
{
    private const int MostTerms = 1000;

    public string Title { get; private set; } = "";

    public string Link { get; private set; } = "";

    public string Guid { get; private set; } = "";

    /// <summary>The login of its author.</summary>
    public string Creator { get; private set; } = "";

    /// <summary>RFC 822; in UTC.</summary>
    public string Published { get; private set; } = "";

    public string Content { get; private set; } = "";

    /// <summary>The hand-written summary.</summary>
    public string Summary { get; private set; } = "";

    public string Id { get; private set; } = "";

    /// <summary>`yyyy-MM-dd HH:mm:ss` on the blog's clock.</summary>
    public string Date { get; private set; } = "";

    /// <summary>The same instant in UTC; zeros where it has none yet.</summary>
    public string DateGmt { get; private set; } = "";

    /// <summary>The last part of its address, percent-encoded.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>`publish`, `draft`, …; empty where it is not said.</summary>
    public string Status { get; private set; } = "";

    /// <summary>`post`, `page`, `attachment`, …; `post` where it is not said.</summary>
    public string Type { get; private set; } = "post";

    public bool HasPassword { get; private set; }

    /// <summary>The address of an attachment's file.</summary>
    public string Attachment { get; private set; } = "";

    /// <summary>The number of the attachment that is its featured image.</summary>
    public string Thumbnail { get; private set; } = "";

    /// <summary>Where a syndicating plugin says the post was taken from.</summary>
    public string Original { get; private set; } = "";

    public int Comments { get; private set; }

    /// <summary>Categories, tags and the like: the taxonomy, the slug and the name of each.</summary>
    public List<(string Domain, string Slug, string Name)> Terms { get; } = [];

    /// <summary>Reads the item that the scanner has found.</summary>
    public static WxrItem Read(WxrFields fields)
    {
        var item = new WxrItem();
        for (var n = 1; n < fields.Count; n++)
        {
            switch (fields.Name(n))
            {
                case "title": item.Title = fields.Text(ref n); break;
                case "link": item.Link = fields.Text(ref n).Trim(); break;
                case "guid": item.Guid = fields.Text(ref n).Trim(); break;
                case "pubDate": item.Published = fields.Text(ref n).Trim(); break;
                case "dc:creator": item.Creator = fields.Text(ref n).Trim(); break;
                case "content:encoded": item.Content = fields.Text(ref n); break;
                case "excerpt:encoded": item.Summary = fields.Text(ref n); break;
                case "wp:post_id": item.Id = fields.Text(ref n).Trim(); break;
                case "wp:post_date": item.Date = fields.Text(ref n).Trim(); break;
                case "wp:post_date_gmt": item.DateGmt = fields.Text(ref n).Trim(); break;
                case "wp:post_name": item.Slug = fields.Text(ref n).Trim(); break;
                case "wp:status": item.Status = fields.Text(ref n).Trim(); break;
                case "wp:post_type": item.Type = fields.Text(ref n).Trim() is { Length: > 0 } type ? type : "post"; break;
                case "wp:post_password": item.HasPassword = fields.Text(ref n).Length > 0; break;
                case "wp:attachment_url": item.Attachment = fields.Text(ref n).Trim(); break;
                case "category": item.AddTerm(fields, ref n); break;
                case "wp:postmeta": item.AddMeta(fields, ref n); break;
                case "wp:comment": (item.Comments, n) = (item.Comments + 1, fields.EndOf(n)); break;
            }
        }

        return item;
    }

    private void AddTerm(WxrFields fields, ref int n)
    {
        var attributes = fields.Attributes(n);
        var (domain, slug) = (WxrAttributes.Find(attributes, "domain") ?? "", WxrAttributes.Find(attributes, "nicename") ?? "");
        var name = WebUtility.HtmlDecode(fields.Text(ref n)).Trim();
        if (Terms.Count < MostTerms && name.Length > 0)
        {
            Terms.Add((domain, slug, name));
        }
    }

    private void AddMeta(WxrFields fields, ref int n)
    {
        var key = "";
        for (var last = fields.EndOf(n); n < last; n++)
        {
            if (fields.Name(n) is "wp:meta_key")
            {
                key = fields.Text(ref n);
            }
            else if (fields.Name(n) is "wp:meta_value" && key == "_thumbnail_id")
            {
                Thumbnail = fields.Text(ref n).Trim();
            }
            else if (fields.Name(n) is "wp:meta_value" && IsOriginal(key))
            {
                Original = fields.Text(ref n).Trim();
            }
        }
    }

    // FeedWordPress, WP-o-Matic and Page Links To.
    private static bool IsOriginal(string key) => key is "syndication_permalink" or "wpo_sourcepermalink" or "_links_to";
}
