namespace Cuttings.Import.Fetching.Answers;

/// <summary>
/// Makes a decompressor say when its data end too early, which it keeps to itself. After the end come a few zeros, with which no compressed data
/// can go on: whoever has all it needs leaves them, or takes them for what follows its own; whoever asks for still more was not finished.
/// </summary>
internal sealed class WholeStream(Stream source) : Stream
{
    private bool isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">The data were cut off.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (isOver && !buffer.IsEmpty)
        {
            throw new InvalidDataException();
        }

        var read = await source.ReadAsync(buffer, cancellationToken);
        if (read > 0 || buffer.IsEmpty)
        {
            return read;
        }

        isOver = true;
        var zeros = Math.Min(buffer.Length, 16);
        buffer.Span[..zeros].Clear();
        return zeros;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
