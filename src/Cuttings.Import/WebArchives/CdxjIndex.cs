using System.IO.Compression;
using System.Text;

namespace Cuttings.Import.WebArchives;

/// <summary>The sorted lines of an index, as a WACZ keeps them: plain while they are few, else in gzip members with an index of their own (ZipNum).</summary>
internal sealed class CdxjIndex
{
    /// <summary>Beyond so many lines a viewer should not have to load them all.</summary>
    public const int MostPlain = 20_000;

    private const int LinesOfBlock = 1024;

    private readonly List<byte[]> lines = [];

    public void Add(Cdxj capture) => lines.Add(Encoding.UTF8.GetBytes(capture.Line()));

    /// <summary>The files of the index with their bytes.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Files(int mostPlain = MostPlain)
    {
        lines.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        if (lines.Count <= mostPlain)
        {
            yield return ("indexes/index.cdx", Join(lines));
            yield break;
        }

        using var packed = new MemoryStream();
        var blocks = new StringBuilder("!meta 0 {\"format\": \"cdxj-gzip-1.0\", \"filename\": \"index.cdx.gz\"}\n");
        foreach (var block in lines.Chunk(LinesOfBlock))
        {
            var offset = packed.Length;
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                gzip.Write(Join(block));
            }

            var first = Encoding.UTF8.GetString(block[0]);
            var digest = "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(packed.GetBuffer().AsSpan((int)offset, (int)(packed.Length - offset))));
            blocks.Append(first.AsSpan(0, first.IndexOf(" {", StringComparison.Ordinal))).Append($" {{\"offset\": {offset}, \"length\": {packed.Length - offset}, \"digest\": \"{digest}\", \"filename\": \"index.cdx.gz\"}}\n");
        }

        yield return ("indexes/index.cdx.gz", packed.ToArray());
        yield return ("indexes/index.idx", Encoding.UTF8.GetBytes(blocks.ToString()));
    }

    private static byte[] Join(IEnumerable<byte[]> some)
    {
        using var bytes = new MemoryStream();
        foreach (var line in some)
        {
            bytes.Write(line);
            bytes.WriteByte((byte)'\n');
        }

        return bytes.ToArray();
    }
}
