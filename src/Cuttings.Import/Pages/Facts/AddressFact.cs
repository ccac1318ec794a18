using Cuttings.Sources;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Chooses the article's own address: what the page says that it is, where that is plausible, else where it was found.</summary>
internal static class AddressFact
{
    public static string? Find(ScannedPage page, LinkedArticle? article, string? found)
    {
        foreach (var stated in page.Links.Where(link => link.Rel == "canonical").Select(link => link.Address).Concat(new[] { page.Meta("og:url"), article?.Address, page.Meta("parsely-link"), page.Meta("twitter:url"), page.Meta("dc.identifier") }.OfType<string>()))
        {
            if (Resolve(stated, found ?? page.Base) is { } address && IsPlausible(address, found))
            {
                return address;
            }
        }

        return WebAddress.TryParse(found, out var kept) ? kept : null;
    }

    /// <summary>Absolute, against where the page was found or its base element; null for what is no web address.</summary>
    public static string? Resolve(string? address, string? against)
    {
        var plain = address?.Trim();
        if (string.IsNullOrEmpty(plain) || plain.Length > WebAddress.Longest)
        {
            return null;
        }

        if (WebAddress.TryParse(plain, out var absolute))
        {
            return absolute;
        }

        return Uri.TryCreate(against, UriKind.Absolute, out var start) && start.Scheme is "http" or "https" && Uri.TryCreate(start, plain, out var joined) && WebAddress.TryParse(joined.AbsoluteUri, out absolute) ? absolute : null;
    }

    // Never the home page for an article; another site only where nothing says otherwise.
    private static bool IsPlausible(string address, string? found)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return false;
        }

        var isHome = uri.AbsolutePath is "/" or "" && uri.Query.Length == 0;
        if (!Uri.TryCreate(found, UriKind.Absolute, out var here))
        {
            return !isHome;
        }

        if (isHome)
        {
            return here.AbsolutePath is "/" or "" && here.Query.Length == 0;
        }

        return Site(uri.Host) == Site(here.Host) || uri.AbsolutePath.Length > 1 && uri.AbsolutePath.TrimEnd('/').Equals(here.AbsolutePath.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The part of a host that one owner has, near enough: the last two labels, three below co.uk and the like.</summary>
    public static string Site(string host)
    {
        var labels = host.ToLowerInvariant().Split('.');
        var most = labels.Length > 2 && labels[^2].Length <= 3 && labels[^1].Length == 2 ? 3 : 2;
        return string.Join('.', labels.TakeLast(most));
    }
}
