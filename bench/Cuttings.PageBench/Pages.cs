using System.Formats.Tar;
using System.IO.Compression;

namespace Cuttings.PageBench;

/// <summary>A page with the text that is expected of it.</summary>
internal sealed record Page(string Name, string Html, string Expected)
{
    /// <summary>Pages are dealt to two halves by their names: rules are tried on the first only.</summary>
    public bool IsHeldOut => Name.Aggregate(17u, (hash, sign) => (hash * 31) + sign) / 7 % 2 == 1;

    /// <summary>Reads the 130 pages of Readability's own tests, which lie beside the repository (`CUTTINGS_SHARED`, default `../shared`).</summary>
    public static List<Page> All()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("CUTTINGS_SHARED") ?? "../shared", "peers/readability-pages.tar.gz");
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data && entry.Name.EndsWith(".html", StringComparison.Ordinal))
            {
                files[entry.Name] = new StreamReader(data).ReadToEnd();
            }
        }

        return
        [
            .. files.Keys.Where(name => name.EndsWith("/source.html", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .Select(name => new Page(name.Split('/')[^2], files[name], Words.TextOf(files[name.Replace("source.html", "expected.html", StringComparison.Ordinal)]))),
        ];
    }
}
