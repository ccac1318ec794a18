namespace Cuttings.Import.Exchange;

/// <summary>Reads records one by one from a stream; holds one of them at a time, and passes over those that are too long.</summary>
internal sealed class RecordReader(Stream stream, RecordSplitter splitter, int longest)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int scanned;
    private int end;
    private bool finished;
    private long lines = 1;

    /// <summary>The record's bytes, its line end included; empty where it was too long. Valid, and free to be changed, until the next one is read.</summary>
    public Memory<byte> Record { get; private set; }

    /// <summary>True where the record was longer than allowed and was passed over.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The line on which the record begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Reads the next record; false at the end.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancel)
    {
        TooLong = false;
        Line = lines;
        while (true)
        {
            var length = scanned < end ? splitter.FindEnd(buffer.AsSpan(scanned, end - scanned)) : -1;
            if (length >= 0)
            {
                return Take(scanned + length);
            }

            scanned = end;
            if (finished)
            {
                return (TooLong || end > start) && Take(end);
            }

            if (end - start > longest)
            {
                TooLong = true;
                lines += Feeds(start, end);
                start = scanned = end = 0;
            }

            await FillAsync(cancel);
        }
    }

    private bool Take(int to)
    {
        TooLong |= to - start > longest;
        Record = TooLong ? default : buffer.AsMemory(start, to - start);
        lines += Feeds(start, to);
        start = scanned = to;
        return true;
    }

    private int Feeds(int from, int to) => buffer.AsSpan(from, to - from).Count((byte)'\n');

    private async ValueTask FillAsync(CancellationToken cancel)
    {
        if (end == buffer.Length)
        {
            var room = start >= buffer.Length / 2 ? buffer : new byte[buffer.Length * 2];
            buffer.AsSpan(start, end - start).CopyTo(room);
            (buffer, scanned, end, start) = (room, scanned - start, end - start, 0);
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end), cancel);
        end += read;
        finished = read == 0;
    }
}
