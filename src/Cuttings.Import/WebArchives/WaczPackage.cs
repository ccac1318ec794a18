using System.IO.Compression;
using System.Text.Json;

namespace Cuttings.Import.WebArchives;

/// <summary>What datapackage.json says of a WACZ.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsListed">Whether it lists the files.</param>
/// <param name="Stated">The digests that it states, by path.</param>
internal sealed record WaczPackage(string? Title, bool IsListed, IReadOnlyDictionary<string, string> Stated)
{
    private static readonly WaczPackage None = new(null, false, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Reads it; what is wrong with it is added to the damage.</summary>
    public static async ValueTask<WaczPackage> ReadAsync(ZipArchive zip, List<Damage> damage, CancellationToken cancel)
    {
        if (zip.Entries.FirstOrDefault(entry => entry.FullName == "datapackage.json") is not { } entry)
        {
            damage.Add(new(0, "It has no datapackage.json: nothing says which digests its files should have."));
            return None;
        }

        var bytes = await WaczEntry.SmallAsync(entry, cancel);
        if (bytes is null || WaczJson.Parse(bytes) is not { } json)
        {
            damage.Add(new(0, "Its datapackage.json cannot be read: its files' digests are not known."));
            return None;
        }

        using (json)
        {
            var isListed = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array;
            var package = new WaczPackage(WaczJson.Text(json.RootElement, "title"), isListed, isListed ? DigestsOf(json.RootElement.GetProperty("resources")) : None.Stated);
            await VerifyAsync(zip, bytes, damage, cancel);
            return package;
        }
    }

    private static async ValueTask VerifyAsync(ZipArchive zip, byte[] package, List<Damage> damage, CancellationToken cancel)
    {
        if (zip.Entries.FirstOrDefault(entry => entry.FullName == "datapackage-digest.json") is { } entry
            && await WaczEntry.SmallAsync(entry, cancel) is { } bytes && WaczJson.Parse(bytes) is { } json)
        {
            using (json)
            {
                if (WaczJson.Text(json.RootElement, "hash") is { } hash && LabelledDigest.Parse(hash)?.Equals(LabelledDigest.Parse(LabelledDigest.Sha256(package))) != true)
                {
                    damage.Add(new(0, "datapackage.json does not have the digest that datapackage-digest.json states."));
                }
            }
        }
    }

    private static Dictionary<string, string> DigestsOf(JsonElement resources)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in resources.EnumerateArray())
        {
            if (WaczJson.Text(resource, "path") is { } path && WaczJson.Text(resource, "hash") is { } hash)
            {
                digests[path] = hash;
            }
        }

        return digests;
    }
}
