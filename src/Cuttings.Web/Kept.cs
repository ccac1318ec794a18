using Cuttings.Settings;
using Cuttings.Vocabulary;

namespace Cuttings.Web;

/// <summary>What all pages of one revision share, each made when first asked for.</summary>
/// <param name="Revision">The archive's revision.</param>
/// <param name="Seen">When this node first met it: what it serves has not changed since.</param>
internal sealed record Kept(long Revision, DateTimeOffset Seen)
{
    public ArchiveSettings? Settings { get; set; }

    public IReadOnlyDictionary<int, DisplayRule>? Display { get; set; }

    /// <summary>How much of each outlet's articles may be shown.</summary>
    public IReadOnlyDictionary<int, SourceRule>? Sources { get; set; }

    /// <summary>The same rules by the outlets' names and variant names.</summary>
    public IReadOnlyDictionary<string, (int Id, SourceRule Rule)>? Outlets { get; set; }

    /// <summary>The years and months with their counts, as HTML.</summary>
    public string? Months { get; set; }
}
