using Cuttings.Archiving;
using Cuttings.Settings;
using Microsoft.AspNetCore.Http;

namespace Cuttings.Web;

/// <summary>What every page needs: the archive, its settings, and the address it is asked under.</summary>
internal sealed record Context(IArchive Archive, Searching.ISearch Search, ArchiveSettings Settings, string Base, string Path, IQueryCollection Query, Kept Kept)
{
    /// <summary>The absolute address of a path of this site, percent-encoded.</summary>
    public string Absolute(string path) => Base + Encoded(path);

    /// <summary>A path as it stands in an address: letters of other scripts percent-encoded.</summary>
    public static string Encoded(string path)
    {
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var plain = question < 0 ? path : path[..question];
        return string.Join('/', plain.Split('/').Select(Uri.EscapeDataString)) + (question < 0 ? "" : path[question..]);
    }
}
