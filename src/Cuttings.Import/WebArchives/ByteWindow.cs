namespace Cuttings.Import.WebArchives;

/// <summary>Reads a stream forward through a window in which it can look ahead, and a little back.</summary>
internal sealed class ByteWindow(Stream first)
{
    /// <summary>How far back <see cref="Rewind"/> can always go, in bytes.</summary>
    public const int KeptBehind = 16 * 1024;

    /// <summary>The usual size of the window, in bytes; <see cref="FillAsync"/> widens it.</summary>
    public const int Usual = 128 * 1024;

    private Stream stream = first;
    private long origin = first.CanSeek ? first.Position : 0;
    private byte[] buffer = new byte[Usual];
    private int start;
    private int end;
    private long position;
    private bool finished;

    /// <summary>How many bytes of the stream lie before the next one.</summary>
    public long Position => position;

    /// <summary>What has been read ahead.</summary>
    public ReadOnlyMemory<byte> Ahead => buffer.AsMemory(start, end - start);

    /// <summary>Whether <see cref="Seek"/> can go there.</summary>
    public bool CanGo(long to) => stream.CanSeek || (to - position >= -Math.Min(start, KeptBehind) && to - position <= end - start);

    /// <summary>Begins another stream.</summary>
    public void Turn(Stream next)
    {
        (stream, origin) = (next, next.CanSeek ? next.Position : 0);
        (start, end, position, finished) = (0, 0, 0, false);
    }

    /// <summary>Reads ahead until there are that many bytes, or the stream ends; says how many there are.</summary>
    public async ValueTask<int> FillAsync(int wanted, CancellationToken cancel)
    {
        while (end - start < wanted && !finished)
        {
            MakeRoom(wanted);
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancel);
            end += read;
            finished = read == 0;
        }

        return end - start;
    }

    /// <summary>Goes on by so many bytes of <see cref="Ahead"/>.</summary>
    public void Advance(int count)
    {
        start += count;
        position += count;
    }

    /// <summary>Goes back by so many bytes, at most those just passed and <see cref="KeptBehind"/>.</summary>
    public void Rewind(int count)
    {
        start -= count;
        position -= count;
    }

    /// <summary>Takes what there is, at most as much as fits; 0 at the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancel)
    {
        await FillAsync(1, cancel);
        var length = Math.Min(target.Length, end - start);
        buffer.AsSpan(start, length).CopyTo(target.Span);
        Advance(length);
        return length;
    }

    /// <summary>Goes to a place, back or forth: within the window, else by seeking.</summary>
    public void Seek(long to)
    {
        var step = to - position;
        if (step >= -Math.Min(start, KeptBehind) && step <= end - start)
        {
            Advance((int)step);
            return;
        }

        stream.Position = origin + to;
        (start, end, position, finished) = (0, 0, to, false);
    }

    /// <summary>Looks at what lies so many bytes ahead, without going there: how many bytes it got (fewer at the end), -1 where the stream ends before, null where it cannot see so far.</summary>
    public async ValueTask<int?> LookAsync(long distance, Memory<byte> target, CancellationToken cancel)
    {
        if (distance + target.Length <= Usual / 2)
        {
            var there = await FillAsync((int)distance + target.Length, cancel);
            if (there < distance)
            {
                return -1;
            }

            var length = Math.Min(target.Length, there - (int)distance);
            buffer.AsSpan(start + (int)distance, length).CopyTo(target.Span);
            return length;
        }

        if (!stream.CanSeek)
        {
            return await FillAsync(Usual / 2, cancel) < Usual / 2 ? -1 : null;
        }

        if (distance > stream.Length - origin - position)
        {
            return -1;
        }

        var back = stream.Position;
        stream.Position = origin + position + distance;
        var read = await stream.ReadAtLeastAsync(target, target.Length, throwOnEndOfStream: false, cancel);
        stream.Position = back;
        return read;
    }

    private void MakeRoom(int wanted)
    {
        if (end < buffer.Length && start + wanted <= buffer.Length)
        {
            return;
        }

        var from = Math.Max(0, start - KeptBehind);
        var size = Math.Max(Usual, wanted + KeptBehind + 4096);
        var room = size > buffer.Length ? new byte[size] : buffer;
        buffer.AsSpan(from, end - from).CopyTo(room);
        (buffer, start, end) = (room, start - from, end - from);
    }
}
