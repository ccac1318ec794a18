using System.Text.RegularExpressions;

namespace Cuttings.Duplicates;

/// <summary>Addresses that carry another one: web archives, AMP caches, redirectors that name their target. Those whose target only their server knows (short links, feed proxies, encoded news links) are left.</summary>
internal static partial class Wrappers
{
    private static readonly (string Host, string Path, string[] Names)[] Redirectors =
    [
        ("news.google.com", "/news/url", ["url", "q"]),
        ("bing.com", "/news/apiclick.aspx", ["url"]),
        ("l.facebook.com", "/l.php", ["u"]),
        ("lm.facebook.com", "/l.php", ["u"]),
        ("facebook.com", "/l.php", ["u"]),
        ("l.instagram.com", "/", ["u"]),
        ("youtube.com", "/redirect", ["q"]),
        ("t.umblr.com", "/redirect", ["z"]),
        ("out.reddit.com", "/", ["url"]),
        ("slack-redir.net", "/link", ["url"]),
    ];

    private static readonly string[] ArchiveHosts = ["archive.today", "archive.ph", "archive.is", "archive.li", "archive.vn", "archive.fo", "archive.md"];

    /// <summary>The address inside; null where there is none.</summary>
    public static string? Inside(Uri uri, string address)
    {
        string host;
        try
        {
            host = CanonicalHost.Bare(uri.IdnHost.ToLowerInvariant().TrimEnd('.'));
        }
        catch (UriFormatException)
        {
            return null;
        }

        var (path, query, fragment) = CanonicalAddress.Parts(address);
        if (host is "web.archive.org" or "wayback.archive.org" && Capture().Match(path) is { Success: true } capture)
        {
            return Full(path[capture.Length..], query, fragment);
        }

        if (Array.IndexOf(ArchiveHosts, host) >= 0 && Inner().Match(path) is { Success: true } inner)
        {
            return Full(path[inner.Groups[1].Index..], query, fragment);
        }

        if ((host == "cdn.ampproject.org" || host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal)) && Cached().Match(path) is { Success: true } cached)
        {
            return Full(path[cached.Length..], query, fragment);
        }

        if ((IsGoogle(host) || host == "bing.com") && Viewed().Match(path) is { Success: true } viewed)
        {
            return Full(path[viewed.Length..], query, fragment);
        }

        if (IsGoogle(host) && path is "/url")
        {
            return Named(query, ["url", "q"]);
        }

        if (host.EndsWith(".safelinks.protection.outlook.com", StringComparison.Ordinal))
        {
            return Named(query, ["url"]);
        }

        foreach (var redirector in Redirectors)
        {
            if (host == redirector.Host && (path.Length == 0 ? "/" : path) == redirector.Path)
            {
                return Named(query, redirector.Names);
            }
        }

        return null;
    }

    // google.com, google.co.kr: any registry, no other site's name before it.
    private static bool IsGoogle(string host) => host.StartsWith("google.", StringComparison.Ordinal) && host.Length <= 14;

    private static string? Full(string rest, string query, string fragment)
    {
        var address = Scheme().Match(rest) is { Success: true } scheme ? scheme.Groups[1].Value.ToLowerInvariant() + "://" + rest[scheme.Length..] : "https://" + rest;
        // A bare name must at least look like a host.
        var end = address.IndexOf('/', address.IndexOf("//", StringComparison.Ordinal) + 2);
        var host = end < 0 ? address : address[..end];
        return host.Contains('.', StringComparison.Ordinal) ? address + (query.Length == 0 ? "" : "?" + query) + fragment : null;
    }

    private static string? Named(string query, string[] names)
    {
        foreach (var name in names)
        {
            foreach (var pair in query.Split('&'))
            {
                if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal))
                {
                    var inner = PercentEncoding.Decoded(pair[(name.Length + 1)..]);
                    if (inner.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                    {
                        return inner;
                    }
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"^/web/(?:\d{4,14}(?:[a-z]{2}_)?|\*|2)/", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Capture();

    [GeneratedRegex(@"^/(?:[A-Za-z0-9.-]{1,40}/){1,3}(https?:/)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Inner();

    [GeneratedRegex("^/[cv]/(?:s/)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cached();

    [GeneratedRegex("^/amp/(?:s/)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Viewed();

    [GeneratedRegex("^(https?):/{1,2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scheme();
}
