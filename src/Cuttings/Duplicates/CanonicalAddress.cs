using Cuttings.Sources;

namespace Cuttings.Duplicates;

/// <summary>
/// The key under which two addresses are one. It is made for comparing, not for fetching. After RFC 3986, section 6.2 (case, percent-encoding, dot segments, default ports),
/// and beyond it: http is https, `www.`, `m.`, `mobile.` and `amp.` go, as do fragments, tracking parameters, index documents, AMP and print forms, and the wrappers of web archives and redirectors.
/// Where two addresses might be two articles they stay two.
/// </summary>
public static class CanonicalAddress
{
    private const int MostWrappers = 5;

    /// <summary>The key, itself an https address whose key it is; null for what is no http or https address (see <see cref="WebAddress"/>).</summary>
    public static string? Of(string? url)
    {
        var key = Once(url);
        // A rule can lay bare what another one takes: /amp/index.html. Each only shortens.
        for (var turn = 0; key is not null && turn < 8; turn++)
        {
            var again = Once(key);
            if (again == key)
            {
                break;
            }

            key = again;
        }

        return key;
    }

    private static string? Once(string? url)
    {
        if (!WebAddress.TryParse(url, out var address) || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        for (var n = 0; n < MostWrappers && Wrappers.Inside(uri, address) is { } inner && WebAddress.TryParse(inner, out var unwrapped) && Uri.TryCreate(unwrapped, UriKind.Absolute, out var target); n++)
        {
            (address, uri) = (unwrapped, target);
        }

        if (CanonicalHost.Of(uri) is not { } host)
        {
            return null;
        }

        var (path, query, fragment) = Parts(address);
        var pairs = CanonicalQuery.Of(query, path);
        return "https://" + host + CanonicalPath.Of(path, pairs.Length > 0) + (pairs.Length == 0 ? "" : "?" + pairs) + Kept(fragment);
    }

    // By hand: Uri decodes and encodes after rules of its own.
    internal static (string Path, string Query, string Fragment) Parts(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = address.AsSpan(start).IndexOfAny('/', '?', '#');
        var rest = end < 0 ? "" : address[(start + end)..];
        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : rest[hash..];
        rest = hash < 0 ? rest : rest[..hash];
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (rest, "", fragment) : (rest[..mark], rest[(mark + 1)..], fragment);
    }

    // Sites that are one page with a script tell their articles apart behind the hash only.
    private static string Kept(string fragment) =>
        fragment.StartsWith("#!", StringComparison.Ordinal) || fragment.StartsWith("#/", StringComparison.Ordinal) ? PercentEncoding.Normal(fragment) : "";
}
