using System.Net;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Import.WordPress;

/// <summary>What an export says of the blog as a whole, above its items.</summary>
internal sealed class Blog
{
    // More are no blog's; each costs memory for the whole import.
    private const int MostNames = 100_000;
    private const int DeepestCategories = 20;
    private const int LongestNumber = 19;

    private readonly Dictionary<string, (string Name, string Id)> authors = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Name, string Parent, string Id)> categories = new(StringComparer.OrdinalIgnoreCase);
    private string? link;
    private string? address;
    private string? network;

    /// <summary>BCP 47, or null.</summary>
    public string? Language { get; private set; }

    /// <summary>The blog's address, without a slash at its end; null where it is not said.</summary>
    public string? Address => address ?? link ?? network;

    /// <summary>The realm of its posts' numbers: `wordpress example.org`, with the path of a blog that is not at the root.</summary>
    public string Origin => Address is { } known && Uri.TryCreate(known, UriKind.Absolute, out var uri) ? $"wordpress {WebAddress.HostOf(known)}{uri.AbsolutePath.TrimEnd('/')}" : "wordpress";

    /// <summary>Takes an element of the channel.</summary>
    public void Take(string name, WxrFields fields)
    {
        switch (name)
        {
            case "link": link ??= AddressOf(fields); break;
            case "wp:base_blog_url": address ??= AddressOf(fields); break;
            case "wp:base_site_url": network ??= AddressOf(fields); break;
            case "language": Language ??= LanguageTag.TryParse(Text(fields, 0).Trim(), out var tag) ? tag : null; break;
            case "wp:author": TakeAuthor(fields); break;
            case "wp:category": TakeCategory(fields); break;
        }
    }

    /// <summary>The name that readers saw for a login; the login where there is none; null for nobody.</summary>
    public string? Author(string login) => authors.GetValueOrDefault(login).Name ?? (login.Length == 0 ? null : login);

    /// <summary>The number of the author with this login; empty where the export does not say.</summary>
    public string AuthorId(string login) => authors.GetValueOrDefault(login).Id ?? "";

    /// <summary>The number of the category with this slug; empty where the export does not say.</summary>
    public string CategoryId(string slug) => categories.GetValueOrDefault(slug).Id ?? "";

    /// <summary>The categories above the one with this slug, the nearest first.</summary>
    public IEnumerable<(string Slug, string Name)> Above(string slug)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { slug };
        for (var parent = ParentOf(slug); parent.Length > 0 && seen.Count <= DeepestCategories && seen.Add(parent); parent = ParentOf(parent))
        {
            if (categories.TryGetValue(parent, out var above))
            {
                yield return (parent, above.Name);
            }
        }
    }

    private string ParentOf(string slug) => categories.TryGetValue(slug, out var category) ? category.Parent : "";

    private void TakeAuthor(WxrFields fields)
    {
        var (login, shown, first, last, id) = ("", "", "", "", "");
        for (var n = 1; n < fields.Count; n++)
        {
            switch (fields.Name(n))
            {
                case "wp:author_id": id = Number(fields.Text(ref n)); break;
                case "wp:author_login": login = fields.Text(ref n).Trim(); break;
                case "wp:author_display_name": shown = fields.Text(ref n).Trim(); break;
                case "wp:author_first_name": first = fields.Text(ref n).Trim(); break;
                case "wp:author_last_name": last = fields.Text(ref n).Trim(); break;
            }
        }

        var name = WebUtility.HtmlDecode(shown.Length > 0 ? shown : $"{first} {last}".Trim());
        if (login.Length > 0 && name.Length > 0 && authors.Count < MostNames)
        {
            authors[login] = (name, id);
        }
    }

    private void TakeCategory(WxrFields fields)
    {
        var (slug, parent, name, id) = ("", "", "", "");
        for (var n = 1; n < fields.Count; n++)
        {
            switch (fields.Name(n))
            {
                case "wp:term_id": id = Number(fields.Text(ref n)); break;
                case "wp:category_nicename": slug = fields.Text(ref n).Trim(); break;
                case "wp:category_parent": parent = fields.Text(ref n).Trim(); break;
                case "wp:cat_name": name = WebUtility.HtmlDecode(fields.Text(ref n)).Trim(); break;
            }
        }

        if (slug.Length > 0 && categories.Count < MostNames)
        {
            categories[slug] = (name.Length > 0 ? name : slug, parent, id);
        }
    }

    private static string Number(string text) => text.Trim() is { Length: > 0 and <= LongestNumber } number && number.All(char.IsAsciiDigit) ? number.TrimStart('0') : "";

    private static string? AddressOf(WxrFields fields) => WebAddress.TryParse(Text(fields, 0), out var address) ? address.TrimEnd('/') : null;

    private static string Text(WxrFields fields, int n) => fields.Text(ref n);
}
