using System.IO.Compression;

namespace Cuttings.Import.WebArchives;

/// <summary>The body of an HTTP message, its encodings undone as far as they are true.</summary>
/// <param name="Payload">Without transfer encodings: what digests are taken of.</param>
/// <param name="Content">Without content encodings either.</param>
/// <param name="IsWhole">False where it breaks off, or is larger than asked for.</param>
/// <param name="Why">What was wrong, one sentence; null where nothing was.</param>
public sealed record HttpBody(ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> Content, bool IsWhole, string? Why)
{
    /// <summary>Undoes chunks, gzip, deflate and Brotli. An encoding that the bytes do not have is passed over; gzip that is not announced is undone.</summary>
    /// <param name="head">The message's head.</param>
    /// <param name="body">The bytes behind it.</param>
    /// <param name="most">The most bytes that may come of it.</param>
    public static HttpBody Decode(HttpHead head, ReadOnlyMemory<byte> body, int most)
    {
        ArgumentNullException.ThrowIfNull(head);
        var (payload, whole, why) = head.IsChunked ? Unchunk(body) : (body, true, (string?)null);
        var content = payload;
        var encodings = head.Headers.All("Content-Encoding").SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Reverse().Take(4).ToList();
        if (encodings.Count == 0 && IsGzip(content.Span))
        {
            encodings.Add("gzip");
        }

        foreach (var encoding in encodings)
        {
            var (decoded, ends, trouble) = Undo(encoding.ToLowerInvariant(), content, most);
            (content, whole, why) = (decoded, whole && ends, why ?? trouble);
        }

        return new(payload, content, whole, why);
    }

    private static (ReadOnlyMemory<byte> Payload, bool Whole, string? Why) Unchunk(ReadOnlyMemory<byte> body)
    {
        using var plain = new MemoryStream(body.Length);
        var chunks = new ChunkedDecoder();
        chunks.Take(body, piece => plain.Write(piece.Span));
        return (chunks.Wrong, chunks.Over, plain.Length) switch
        {
            (true, _, 0) => (body, true, "It says that it is in chunks, and is not."),
            (false, true, _) => (plain.ToArray(), true, null),
            _ => (plain.ToArray(), false, "Its chunks break off."),
        };
    }

    private static (ReadOnlyMemory<byte> Content, bool Ends, string? Why) Undo(string encoding, ReadOnlyMemory<byte> content, int most)
    {
        switch (encoding)
        {
            case "identity" or "":
                return (content, true, null);
            case "gzip" or "x-gzip":
                return IsGzip(content.Span) ? Inflate(content, most, bytes => new GZipStream(bytes, CompressionMode.Decompress)) : (content, true, "It says that it is gzip, and is not.");
            case "deflate":
                // RFC 9110, 8.4.1.2: zlib is meant; raw deflate is sent as well.
                var zlib = Inflate(content, most, bytes => new ZLibStream(bytes, CompressionMode.Decompress));
                return zlib.Content.IsEmpty ? Plain(Inflate(content, most, bytes => new DeflateStream(bytes, CompressionMode.Decompress)), content, "deflate") : zlib;
            case "br":
                return Plain(Inflate(content, most, bytes => new BrotliStream(bytes, CompressionMode.Decompress)), content, "Brotli");
            default:
                return (content, true, $"Its encoding is not known: {Quoted.Shortly(encoding)}.");
        }
    }

    private static (ReadOnlyMemory<byte> Content, bool Ends, string? Why) Plain((ReadOnlyMemory<byte> Content, bool Ends, string? Why) undone, ReadOnlyMemory<byte> content, string encoding) =>
        undone.Content.IsEmpty && !content.IsEmpty && !undone.Ends ? (content, true, $"It says that it is {encoding}, and is not.") : undone;

    private static (ReadOnlyMemory<byte> Content, bool Ends, string? Why) Inflate(ReadOnlyMemory<byte> content, int most, Func<Stream, Stream> open)
    {
        using var plain = new MemoryStream();
        try
        {
            using var packed = open(new MemoryStream(content.ToArray(), writable: false));
            var piece = new byte[16 * 1024];
            for (int read; (read = packed.Read(piece)) > 0;)
            {
                plain.Write(piece, 0, Math.Min(read, most - (int)plain.Length));
                if (plain.Length == most)
                {
                    return (plain.ToArray(), false, $"It is larger than {most >> 20} MB.");
                }
            }

            return (plain.ToArray(), true, null);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException or IOException)
        {
            return (plain.ToArray(), false, "Its compressed body is damaged.");
        }
    }

    private static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, ..];
}
