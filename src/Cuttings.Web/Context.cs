using Cuttings.Archiving;
using Cuttings.Listing;
using Cuttings.Settings;
using Cuttings.Sources;
using Microsoft.AspNetCore.Http;

namespace Cuttings.Web;

/// <summary>What every page needs: the archive, its settings, and the address it is asked under.</summary>
internal sealed record Context(IArchive Archive, Searching.ISearch Search, ArchiveSettings Settings, string Base, string Path, IQueryCollection Query, Kept Kept, IKeptPages? Pages)
{
    /// <summary>The time zone in which the archive's days begin.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(Settings.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The absolute address of a path of this site, percent-encoded.</summary>
    public string Absolute(string path) => Base + Encoded(path);

    /// <summary>The place in a list that an address goes on from, null where it begins; false where it names one that cannot be read, so that there is no such page.</summary>
    public bool TryPlace(string name, out ListPosition? place)
    {
        place = Query.ContainsKey(name) && ListPosition.TryParse(Query[name], out var read) ? read : null;
        return place is not null || !Query.ContainsKey(name);
    }

    /// <summary>A path as it stands in an address: letters of other scripts percent-encoded.</summary>
    public static string Encoded(string path)
    {
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var plain = question < 0 ? path : path[..question];
        return string.Join('/', plain.Split('/').Select(Uri.EscapeDataString)) + (question < 0 ? "" : path[question..]);
    }
}
