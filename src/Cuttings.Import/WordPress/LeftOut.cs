using System.Globalization;

namespace Cuttings.Import.WordPress;

/// <summary>Counts what of an export has no place in an archive of cuttings.</summary>
internal sealed class LeftOut
{
    private const int MostTypes = 20;

    private readonly Dictionary<string, int> inner = [];
    private int menus;
    private int revisions;
    private int discarded;
    private int attachments;

    public long Comments { get; set; }

    /// <summary>Posts with neither title nor text.</summary>
    public int Empty { get; set; }

    /// <summary>Featured images whose attachment is not in the file, or far from its post.</summary>
    public int Images { get; set; }

    /// <summary>Captions that went with their pictures.</summary>
    public long Captions { get; set; }

    /// <summary>Places where a post shows a block that is kept elsewhere.</summary>
    public int Reused { get; set; }

    public void Count(WxrItem item, PostKind kind)
    {
        switch (kind)
        {
            case PostKind.Menu: menus++; break;
            case PostKind.Revision: revisions++; break;
            case PostKind.Discarded: discarded++; break;
            case PostKind.Attachment: attachments++; break;
            case PostKind.Inner:
                var type = inner.Count < MostTypes || inner.ContainsKey(item.Type) ? item.Type : "others";
                inner[type] = inner.GetValueOrDefault(type) + 1;
                break;
        }
    }

    /// <summary>One sentence; null where nothing was left out.</summary>
    public string? Sentence()
    {
        var parts = new (long Count, string One, string Many)[]
        {
            (Comments, "comment", "comments"),
            (attachments, "attachment (links to it stay)", "attachments (links to them stay)"),
            (menus, "line of a menu", "lines of menus"),
            (revisions, "revision", "revisions"),
            (discarded, "post from the trash or never written", "posts from the trash or never written"),
            (inner.Values.Sum(), "item of WordPress's or a plugin's own", "items of WordPress's or a plugin's own"),
            (Empty, "post with neither title nor text", "posts with neither title nor text"),
            (Captions, "caption of a picture", "captions of pictures"),
            (Reused, "reusable block", "reusable blocks"),
            (Images, "featured image whose file is not told", "featured images whose files are not told"),
        }
        .Where(part => part.Count > 0)
        .Select(part => $"{part.Count.ToString("N0", CultureInfo.InvariantCulture)} {(part.Count == 1 ? part.One : part.Many)}{(part.Many.StartsWith("items of", StringComparison.Ordinal) ? Types() : "")}")
        .ToList();
        return parts.Count == 0 ? null : $"Left out: {string.Join(", ", parts)}.";
    }

    private string Types() => $" ({string.Join(", ", inner.OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => $"{type.Value.ToString("N0", CultureInfo.InvariantCulture)} {Quoted.Shortly(type.Key)}"))})";
}
