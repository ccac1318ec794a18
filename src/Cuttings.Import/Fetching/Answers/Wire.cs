using Cuttings.Fetching;

namespace Cuttings.Import.Fetching.Answers;

/// <summary>
/// Stands between the HTTP client and the connection (after TLS) and keeps the heads of both sides as they went over it, since the client shows
/// neither. It carries one request only.
/// </summary>
internal sealed class Wire(Stream inner, string host, HeadReader head) : Stream
{
    private readonly MemoryStream sent = new();
    private bool isSentHeadWhole;
    private ReadOnlyMemory<byte> pending;
    private bool isHeadWhole;
    private long body;
    private long? promised;
    private bool isReading;
    private volatile bool isClosed;

    /// <summary>The request's head as sent.</summary>
    public ReadOnlyMemory<byte> Sent => sent.GetBuffer().AsMemory(0, (int)sent.Length);

    /// <summary>Whether more came than the answer's Content-Length promised. Set when the client closes.</summary>
    public bool SentMoreThanPromised { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Told once the head was understood; null where the end of the connection is the end of the body.</summary>
    public void Promise(long? length) => promised = length;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        isReading = true;
        if (!isHeadWhole)
        {
            await ReadHeadAsync(cancellationToken);
        }

        if (buffer.IsEmpty)
        {
            isReading = false;
            return 0;
        }

        int read;
        if (pending.IsEmpty)
        {
            read = await inner.ReadAsync(buffer, cancellationToken);
            body += read;
        }
        else
        {
            read = Math.Min(buffer.Length, pending.Length);
            pending[..read].CopyTo(buffer);
            pending = pending[read..];
        }

        isReading = false;
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Keep(buffer.Span);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Keep(buffer.AsSpan(offset, count));
        inner.Write(buffer, offset, count);
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            isClosed = true;
            SentMoreThanPromised |= promised is { } length && (body > length || (body == length && !isReading && HasMore()));
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task ReadHeadAsync(CancellationToken cancel)
    {
        var buffer = new byte[8_192];
        while (!isHeadWhole)
        {
            var read = await inner.ReadAsync(buffer, cancel);
            if (read == 0)
            {
                // The client closes what it no longer waits for; then the end is ours, not the server's.
                ObjectDisposedException.ThrowIf(isClosed, this);
                throw head.IsEmpty
                    ? new FetchFault(FetchOutcome.Unreachable, $"{host} closed the connection without an answer.")
                    : new FetchFault(FetchOutcome.BadAnswer, $"{host} broke off in the middle of the headers.");
            }

            var ofHead = head.Take(buffer.AsSpan(0, read));
            if (ofHead >= 0)
            {
                isHeadWhole = true;
                body = read - ofHead;
                pending = (byte[])[.. head.Cleaned, .. buffer.AsSpan(ofHead, read - ofHead)];
            }
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && !isSentHeadWhole; i++)
        {
            sent.WriteByte(bytes[i]);
            isSentHeadWhole = bytes[i] == '\n' && sent.Length >= 4 && sent.GetBuffer().AsSpan(0, (int)sent.Length).EndsWith("\r\n\r\n"u8);
        }
    }

    /// <summary>Looks at what has come already, and waits for nothing.</summary>
    private bool HasMore()
    {
        try
        {
            var read = inner.ReadAsync(new byte[1]);
            if (read.IsCompletedSuccessfully)
            {
                return read.Result > 0;
            }

            // Left behind: the connection ends now, and so does the read.
            _ = Unheard(read.AsTask());
            return false;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }

    private static async Task Unheard(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Expected.
        }
    }
}
