using Cuttings.Fetching;

namespace Cuttings.Import.Fetching.Answers;

/// <summary>A body as it comes: kept as received, within its limit, and not slower than the least pace. Can be read once more from its start.</summary>
internal sealed class ReceivedBody(Stream source, string host, int limit, bool cutsOff, int paceBytes, Action nextStretch) : Stream
{
    private byte[] kept = [];
    private int length;
    private int position;
    private int stretch;
    private bool isWhole;

    /// <summary>All that came so far.</summary>
    public ReadOnlyMemory<byte> Kept => kept.AsMemory(0, length);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public void Restart() => position = 0;

    /// <summary>Takes all that still comes.</summary>
    public async Task DrainAsync(CancellationToken cancel)
    {
        while (await TakeAsync(cancel))
        {
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position == length && !await TakeAsync(cancellationToken))
        {
            return 0;
        }

        var read = Math.Min(buffer.Length, length - position);
        kept.AsMemory(position, read).CopyTo(buffer);
        position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task<bool> TakeAsync(CancellationToken cancel)
    {
        if (isWhole)
        {
            return false;
        }

        const int Step = 32 << 10;
        // One byte more than the limit tells that there is more.
        var room = Math.Min(Step, limit - length + 1);
        if (kept.Length < length + room)
        {
            Array.Resize(ref kept, Math.Max(length + room, Math.Min(kept.Length * 2, limit + 1)));
        }

        var read = await source.ReadAsync(kept.AsMemory(length, room), cancel);
        if (length + read > limit)
        {
            isWhole = cutsOff ? true : throw new FetchFault(FetchOutcome.TooLarge, $"{host} sent more than {Sizes.Say(limit)}.");
            read--;
        }

        length += read;
        isWhole |= read == 0;
        stretch += read;
        if (stretch >= paceBytes)
        {
            stretch = 0;
            nextStretch();
        }

        return read > 0;
    }
}
