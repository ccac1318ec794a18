namespace Cuttings.Import.Pages.Facts;

/// <summary>Chooses the outlet's name: what the page says that its site is called, else the part of the title that is its host's name.</summary>
internal static class OutletFact
{
    public static string? Find(ScannedPage page, LinkedArticle? article, LinkedData linked, SiteEvidence site)
    {
        foreach (var name in (string?[])[page.Meta("og:site_name"), article?.Publisher, page.Meta("application-name"), page.Meta("citation_journal_title"), page.Meta("apple-mobile-web-app-title"), page.Meta("dc.publisher", "dcterms.publisher"), .. linked.SiteNames])
        {
            if (Clean(name) is { } clean)
            {
                return clean;
            }
        }

        // The last or first part of the title, where a name elsewhere on the page or the host confirms it.
        var parts = TitleParts.Split(page.Title ?? "");
        if (parts.Count > 1)
        {
            foreach (var part in new[] { parts[^1], parts[0] })
            {
                if (site.IsNearSite(part) && Clean(part) is { } clean)
                {
                    return clean;
                }
            }
        }

        return site.Names.Select(Clean).FirstOrDefault(name => name is not null && page.Title?.Contains(name, StringComparison.OrdinalIgnoreCase) == true);
    }

    private static string? Clean(string? name)
    {
        var plain = name?.Trim();
        if (plain is not { Length: > 1 and <= 80 } || plain.StartsWith("http", StringComparison.OrdinalIgnoreCase) || plain.StartsWith('@'))
        {
            return null;
        }

        // `Tidewater Gazette | News from the coast`: the name comes first.
        var parts = TitleParts.Split(plain);
        plain = parts.Count > 1 && plain.IndexOfAny(['|', '｜']) > 0 ? parts[0] : plain;
        plain = plain.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? plain[4..] : plain;
        return plain.Length > 1 && plain.Any(char.IsLetter) ? plain : null;
    }
}
