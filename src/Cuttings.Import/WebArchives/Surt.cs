using System.Text;
using Cuttings.Sources;

namespace Cuttings.Import.WebArchives;

/// <summary>The key of an address in an index: its host turned round, so that a site's addresses stand together (Sort-friendly URI Reordering Transform, as pywb and ReplayWeb.page make it).</summary>
public static class Surt
{
    /// <summary>The key: lower case, without scheme, `www` and fragment, the query's parts in order. What is no http(s) address is its own key.</summary>
    public static string Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return address.Replace(' ', '+').ToLowerInvariant();
        }

        var host = WebAddress.HostOf(address);
        var labels = host.Split('.');
        var skip = labels.Length > 1 && labels[0].StartsWith("www", StringComparison.Ordinal) && labels[0].AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0 ? 1 : 0;
        var key = new StringBuilder(uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 ? host : string.Join(',', labels.Skip(skip).Reverse()));
        if (!uri.IsDefaultPort)
        {
            key.Append(':').Append(uri.Port);
        }

        key.Append(')').Append(uri.AbsolutePath.ToLowerInvariant());
        if (uri.Query.Length > 1)
        {
            key.Append('?').AppendJoin('&', uri.Query[1..].ToLowerInvariant().Split('&').OrderBy(part => part.Split('=')[0], StringComparer.Ordinal));
        }

        return key.ToString();
    }
}
