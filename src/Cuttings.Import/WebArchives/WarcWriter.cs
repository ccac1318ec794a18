using System.IO.Compression;

namespace Cuttings.Import.WebArchives;

/// <summary>Writes WARC files, record by record: each a gzip member of its own, as indexes need it, or plain.</summary>
/// <param name="output">Where to; it stays open.</param>
/// <param name="gzip">Whether to compress.</param>
public sealed class WarcWriter(Stream output, bool gzip = true)
{
    private static readonly byte[] TwoLineEnds = "\r\n\r\n"u8.ToArray();

    /// <summary>Writes a record as it was read, byte for byte: the order and spelling of its head, its block, and the blank lines behind it. Its block must not have been read from.</summary>
    public ValueTask WriteAsync(WarcRecord record, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return WriteAsync(async to =>
        {
            await to.WriteAsync(record.Head, cancel);
            await record.Block.CopyToAsync(to, cancel);
            await record.EndAsync(cancel);
            await to.WriteAsync(record.Trailer, cancel);
        });
    }

    /// <summary>Writes a new record.</summary>
    public ValueTask WriteAsync(NewRecord record, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return WriteAsync(async to =>
        {
            await to.WriteAsync(record.Head(), cancel);
            await to.WriteAsync(record.Block, cancel);
            await to.WriteAsync(TwoLineEnds, cancel);
        });
    }

    private async ValueTask WriteAsync(Func<Stream, ValueTask> write)
    {
        if (!gzip)
        {
            await write(output);
            return;
        }

        await using var member = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        await write(member);
    }
}
