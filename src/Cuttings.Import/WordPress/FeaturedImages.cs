using Cuttings.Sources;

namespace Cuttings.Import.WordPress;

/// <summary>The addresses of attachments by number. An export may have more than memory should hold: the latest are kept.</summary>
internal sealed class FeaturedImages
{
    private const int Generation = 25_000;

    private Dictionary<string, string> young = new(StringComparer.Ordinal);
    private Dictionary<string, string> old = new(StringComparer.Ordinal);

    public void Take(WxrItem attachment)
    {
        if (attachment.Id.Length is 0 or > 20 || !WebAddress.TryParse(attachment.Attachment.Length > 0 ? attachment.Attachment : attachment.Guid, out var address))
        {
            return;
        }

        if (young.Count >= Generation)
        {
            (old, young) = (young, new(StringComparer.Ordinal));
        }

        young[attachment.Id] = address;
    }

    /// <summary>The address of an attachment; null where it has not come, or came too long ago.</summary>
    public string? Find(string id) => young.GetValueOrDefault(id) ?? old.GetValueOrDefault(id);
}
