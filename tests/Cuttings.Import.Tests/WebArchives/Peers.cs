using System.Formats.Tar;
using System.IO.Compression;

namespace Cuttings.Import.Tests.WebArchives;

/// <summary>The files that another web-archive library tests itself with.</summary>
internal static class Peers
{
    private static readonly Lock Reading = new();
    private static Dictionary<string, byte[]>? files;

    public static byte[] File(string name)
    {
        var path = SharedData.Path("peers/warcio-data.tar.gz");
        lock (Reading)
        {
            return (files ??= Read(path))[name];
        }
    }

    public static IReadOnlyCollection<string> Names()
    {
        File("example.warc");
        return files!.Keys;
    }

    private static Dictionary<string, byte[]> Read(string path)
    {
        using var packed = new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress);
        using var tar = new TarReader(packed);
        var read = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                using var bytes = new MemoryStream();
                data.CopyTo(bytes);
                read[Path.GetFileName(entry.Name)] = bytes.ToArray();
            }
        }

        return read;
    }
}
