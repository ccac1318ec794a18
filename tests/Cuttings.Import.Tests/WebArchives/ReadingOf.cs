using System.IO.Compression;
using Cuttings.Import.WebArchives;

namespace Cuttings.Import.Tests.WebArchives;

/// <summary>Web archives in memory, read and written whole.</summary>
internal static class ReadingOf
{
    public static async Task<List<WarcItem>> AllAsync(byte[] file, bool seekable = true)
    {
        var items = new List<WarcItem>();
        await foreach (var item in WarcReader.ReadAsync(Stream(file, seekable)))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>The records with their blocks.</summary>
    public static async Task<List<(WarcRecord Record, byte[] Block)>> BlocksAsync(byte[] file, bool seekable = true)
    {
        var blocks = new List<(WarcRecord, byte[])>();
        await foreach (var item in WarcReader.ReadAsync(Stream(file, seekable)))
        {
            if (item.Record is { } record)
            {
                using var block = new MemoryStream();
                await record.Block.CopyToAsync(block);
                blocks.Add((record, block.ToArray()));
            }
        }

        return blocks;
    }

    public static async Task<byte[]> RewrittenAsync(byte[] file, bool gzip)
    {
        using var output = new MemoryStream();
        var writer = new WarcWriter(output, gzip);
        await foreach (var item in WarcReader.ReadAsync(new MemoryStream(file)))
        {
            if (item.Record is { } record)
            {
                await writer.WriteAsync(record);
            }
        }

        return output.ToArray();
    }

    public static byte[] Unpacked(byte[] file)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    public static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static Stream Stream(byte[] file, bool seekable) => seekable ? new MemoryStream(file) : new PeekedStream(default, new MemoryStream(file));
}
