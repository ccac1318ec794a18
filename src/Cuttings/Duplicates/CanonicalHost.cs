namespace Cuttings.Duplicates;

/// <summary>Host and port of an address: lower case, IDNA (punycode), no final dot, no default port, no user, none of the prefixes under which one site shows one article to several machines.</summary>
internal static class CanonicalHost
{
    private static readonly string[] Prefixes = ["www.", "m.", "mobile.", "amp."];

    // Registries hand names out below these, so that m.co.kr is somebody's own name.
    private static readonly HashSet<string> Registries = new(StringComparer.Ordinal) { "co", "com", "org", "net", "ac", "edu", "gov", "gob", "gouv", "go", "ne", "or", "re", "pe", "mil", "info", "nom", "web" };

    /// <summary>The host, with its port where that is not the scheme's own; null where there is none.</summary>
    public static string? Of(Uri uri)
    {
        string host;
        try
        {
            host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        }
        catch (UriFormatException)
        {
            return null;
        }

        if (host.Length == 0)
        {
            return null;
        }

        host = uri.HostNameType switch
        {
            UriHostNameType.IPv6 => "[" + host.Trim('[', ']') + "]",
            UriHostNameType.Dns => Bare(host),
            _ => host,
        };
        return uri.Port is 80 or 443 or -1 && uri.IsDefaultPort ? host : $"{host}:{uri.Port}";
    }

    /// <summary>The host without prefixes.</summary>
    public static string Bare(string host)
    {
        for (var n = 0; n < Prefixes.Length; n++)
        {
            if (host.StartsWith(Prefixes[n], StringComparison.Ordinal) && IsSite(host[Prefixes[n].Length..]))
            {
                host = host[Prefixes[n].Length..];
                n = -1;
            }
        }

        return host;
    }

    private static bool IsSite(string rest)
    {
        var labels = rest.Split('.');
        return labels.Length > 2 || (labels.Length == 2 && !Registries.Contains(labels[0]));
    }
}
