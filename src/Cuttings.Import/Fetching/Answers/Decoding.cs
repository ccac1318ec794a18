using System.IO.Compression;
using Cuttings.Fetching;

namespace Cuttings.Import.Fetching.Answers;

/// <summary>
/// Undoes content encodings (RFC 9110, 8.4) within bounds, as the bytes come. Servers often name an encoding that they did not apply: what is no
/// gzip, zlib or Brotli but plain text is taken as it is.
/// </summary>
internal static class Decoding
{
    /// <exception cref="FetchFault">It grows beyond the limits, or is not what it says.</exception>
    public static async Task<ReadOnlyMemory<byte>> DecodeAsync(ReceivedBody received, IReadOnlyList<string> encodings, string host, BodyLimits limits, CancellationToken cancel)
    {
        if (encodings.Count > limits.Encodings)
        {
            throw new FetchFault(FetchOutcome.BadAnswer, $"{host} sent {encodings.Count} encodings one in another; {limits.Encodings} are undone.");
        }

        if (encodings.Count > 0)
        {
            try
            {
                if (await UndoAsync(received, encodings, host, limits, cancel) is { } body)
                {
                    return body;
                }
            }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
            {
                if (!IsText(received.Kept.Span))
                {
                    throw new FetchFault(FetchOutcome.BadAnswer, $"{host} sent what it calls {string.Join(", ", encodings)}, but it cannot be decompressed.");
                }
            }
        }

        await received.DrainAsync(cancel);
        return received.Kept;
    }

    /// <summary>Null where nothing had to be undone.</summary>
    private static async Task<ReadOnlyMemory<byte>?> UndoAsync(ReceivedBody received, IReadOnlyList<string> encodings, string host, BodyLimits limits, CancellationToken cancel)
    {
        Stream stream = received;
        var isEncoded = false;
        for (var i = encodings.Count - 1; i >= 0; i--)
        {
            var head = new byte[2];
            var read = await stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancel);
            stream = new PeekedStream(head.AsMemory(0, read), stream);
            if (read > 0 && Decoder(encodings[i], head, stream) is { } decoder)
            {
                stream = decoder;
                isEncoded = true;
            }
        }

        if (!isEncoded)
        {
            return null;
        }

        var body = await CopyAsync(stream, received, host, limits, cancel);

        // What follows the compressed data is part of what was received.
        await received.DrainAsync(cancel);
        return body;
    }

    private static async Task<ReadOnlyMemory<byte>> CopyAsync(Stream stream, ReceivedBody received, string host, BodyLimits limits, CancellationToken cancel)
    {
        var body = new MemoryStream();
        var buffer = new byte[32 << 10];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (body.Length + read > limits.Body)
            {
                body.Write(buffer, 0, limits.Body - (int)body.Length);
                return limits.CutsOff ? Whole(body) : throw new FetchFault(FetchOutcome.TooLarge, $"{host} sent what grows beyond {Sizes.Say(limits.Body)} when decompressed.");
            }

            body.Write(buffer, 0, read);
            if (body.Length > 1 << 20 && body.Length / limits.Growth > received.Kept.Length)
            {
                throw new FetchFault(FetchOutcome.TooLarge, $"{host} sent what grows more than {limits.Growth} times when decompressed.");
            }
        }

        return Whole(body);
    }

    /// <summary>Null where the bytes are plainly not in that encoding, or it is none that is known.</summary>
    private static Stream? Decoder(string encoding, byte[] head, Stream stream) => encoding switch
    {
        "gzip" or "x-gzip" => head is [0x1f, 0x8b] ? new GZipStream(new WholeStream(stream), CompressionMode.Decompress) : null,
        // "deflate" is zlib by the standard and bare DEFLATE by custom.
        "deflate" => (head[0] & 0x0f) == 8 && ((head[0] << 8) | head[1]) % 31 == 0 ? new ZLibStream(new WholeStream(stream), CompressionMode.Decompress) : new DeflateStream(new WholeStream(stream), CompressionMode.Decompress),
        "br" => new BrotliStream(new WholeStream(stream), CompressionMode.Decompress),
        _ => throw new InvalidDataException(),
    };

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 1_024)];
        foreach (var b in start)
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1b))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlyMemory<byte> Whole(MemoryStream body) => body.GetBuffer().AsMemory(0, (int)body.Length);
}
