namespace Cuttings.Import.Pages.Facts;

/// <summary>What is known of the site's own name: so that it leaves titles and is no writer.</summary>
internal sealed class SiteEvidence
{
    private static readonly HashSet<string> Suffixes = new(["com", "org", "net", "co", "gov", "edu", "ac", "or", "go", "ne", "info", "biz", "www", "m", "mobile", "amp", "news", "blog", "en", "web"], StringComparer.Ordinal);

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> labels = new(StringComparer.Ordinal);

    public SiteEvidence(ScannedPage page, LinkedData linked, string? address)
    {
        // Some feeds and pictures are called as the article is.
        foreach (var title in new[] { page.Meta("og:title"), linked.Articles.Find(article => !article.IsPart)?.Headline })
        {
            titles.Add(title is null ? "" : TitleWords.Key(title));
        }

        foreach (var name in page.All("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "twitter:app:name:iphone", "dc.publisher", "dcterms.publisher", "citation_publisher", "citation_journal_title", "publisher", "copyright", "cre"))
        {
            Add(name);
        }

        foreach (var name in linked.SiteNames)
        {
            Add(name);
        }

        foreach (var link in page.Links.Where(link => link.Rel == "search" || link.Rel == "alternate" && link.Type is "application/rss+xml" or "application/atom+xml").Take(6))
        {
            // `Tidewater Gazette » Feed`
            Add(link.Title?.Split('»', '|', '›')[0].Trim());
        }

        foreach (var mark in page.Marks.Where(mark => mark.Kind.HasFlag(MarkKind.Logo) && !mark.Zone.HasFlag(Zone.Related)).Take(8))
        {
            var alt = mark.Element.GetAttribute("alt") ?? mark.Element.GetAttribute("title") ?? mark.Text;
            Add(alt.Replace(" logo", "", StringComparison.OrdinalIgnoreCase));
        }

        if (page.Meta("twitter:site") is { } handle)
        {
            keys.Add(TitleWords.Key(handle));
        }

        foreach (var label in Sources.WebAddress.HostOf(address).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (label.Length > 2 && !Suffixes.Contains(label))
            {
                labels.Add(label.Replace("-", "", StringComparison.Ordinal));
            }
        }

        Host = Sources.WebAddress.HostOf(address);
    }

    /// <summary>The names as found, the best evidence first.</summary>
    public List<string> Names { get; } = [];

    public string Host { get; }

    /// <summary>Whether this is the site's name, or its host's.</summary>
    public bool IsSite(string text)
    {
        var key = TitleWords.Key(text);
        if (key.Length == 0)
        {
            return false;
        }

        var without = key.StartsWith("the", StringComparison.Ordinal) ? key[3..] : key;
        return keys.Contains(key) || keys.Contains(without) || IsHost(without);
    }

    /// <summary>The same, or the site's name with a few words more: `Tidewater Gazette Online`.</summary>
    public bool IsNearSite(string text)
    {
        if (IsSite(text))
        {
            return true;
        }

        var key = TitleWords.Key(text);
        return keys.Any(name => name.Length >= 5 && (key.Contains(name, StringComparison.Ordinal) && name.Length * 2 >= key.Length || name.Contains(key, StringComparison.Ordinal) && key.Length * 2 >= name.Length && key.Length >= 4))
            || labels.Any(label => label.Length >= 4 && key.Contains(label, StringComparison.Ordinal) && label.Length * 2 >= key.Length);
    }

    private bool IsHost(string key) => labels.Contains(key) || labels.Any(label => label.Length > 3 && (key == label + "com" || key == label + "org" || key == label + "net"))
        || key.Length > 6 && Host.Length > 0 && TitleWords.Key(Host).EndsWith(key, StringComparison.Ordinal);

    private void Add(string? name)
    {
        var plain = name?.Trim();
        if (plain is not { Length: > 1 and <= 80 } || plain.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var key = TitleWords.Key(plain);
        if (key.Length > 1 && !titles.Contains(key))
        {
            Names.Add(plain);
            keys.Add(key);
            keys.Add(key.StartsWith("the", StringComparison.Ordinal) && key.Length > 5 ? key[3..] : key);
        }
    }
}
