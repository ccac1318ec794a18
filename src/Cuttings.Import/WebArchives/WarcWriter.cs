using System.IO.Compression;

namespace Cuttings.Import.WebArchives;

/// <summary>Writes WARC files, record by record: each a gzip member of its own, as indexes need it, or plain.</summary>
/// <param name="output">Where to; it stays open.</param>
/// <param name="gzip">Whether to compress.</param>
public sealed class WarcWriter(Stream output, bool gzip = true)
{
    private static readonly byte[] TwoLineEnds = "\r\n\r\n"u8.ToArray();

    /// <summary>Writes a record as it was read, byte for byte: the order and spelling of its head, its block, and the blank lines behind it. Its block must not have been read from.</summary>
    public async ValueTask WriteAsync(WarcRecord record, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var member = Open();
        await member.WriteAsync(record.Head, cancel);
        await record.Block.CopyToAsync(member, cancel);
        await record.EndAsync(cancel);
        await member.WriteAsync(record.Trailer, cancel);
    }

    /// <summary>Writes a new record.</summary>
    public async ValueTask WriteAsync(NewRecord record, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var member = Open();
        await member.WriteAsync(record.Head(), cancel);
        await member.WriteAsync(record.Block, cancel);
        await member.WriteAsync(TwoLineEnds, cancel);
    }

    private Stream Open() => gzip ? new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true) : new Unowned(output);

    /// <summary>Leaves the stream below open.</summary>
    private sealed class Unowned(Stream below) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => below.Flush();

        public override void Write(byte[] buffer, int offset, int count) => below.Write(buffer, offset, count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => below.WriteAsync(buffer, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
