using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Cuttings.FactsBench;

/// <summary>A page with what its readers approved of it.</summary>
internal sealed record TestPage(string Name, byte[] Bytes, JsonElement Expected)
{
    public string? Field(string name) => Expected.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The pages of a tar.gz with `NAME/source.html` and `NAME/expected-metadata.json`.</summary>
    public static List<TestPage> Read(string path)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var unzipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                using var bytes = new MemoryStream();
                data.CopyTo(bytes);
                files[entry.Name] = bytes.ToArray();
            }
        }

        return [.. files.Keys.Where(name => name.EndsWith("/source.html", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => name[..^"source.html".Length])
            .Where(folder => files.ContainsKey(folder + "expected-metadata.json"))
            .Select(folder => new TestPage(folder.TrimEnd('/').Split('/')[^1], files[folder + "source.html"], JsonDocument.Parse(files[folder + "expected-metadata.json"]).RootElement))];
    }
}
