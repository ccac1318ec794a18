using System.Buffers;
using System.Security.Cryptography;

namespace Cuttings.Import.WebArchives;

/// <summary>A page as it was captured.</summary>
/// <param name="Address">Where.</param>
/// <param name="Captured">When.</param>
/// <param name="ContentType">As sent.</param>
/// <param name="Content">Its bytes, encodings undone.</param>
/// <param name="Digest">Of the payload: `sha-256:` and hex.</param>
/// <param name="IsWhole">False where it breaks off.</param>
internal sealed record CapturedPage(string Address, DateTimeOffset? Captured, string? ContentType, ReadOnlyMemory<byte> Content, string Digest, bool IsWhole)
{
    /// <summary>The largest page, in bytes, before and after its encodings are undone.</summary>
    public const int Largest = Reading.LargestPage;

    /// <summary>Whether a media type is a page's; one that is not given may be.</summary>
    public static bool IsPage(string? contentType) =>
        contentType is null || contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a response or resource whose block has not been read from; null where it is larger than <see cref="Largest"/>, or no message.</summary>
    public static async ValueTask<CapturedPage?> ReadAsync(WarcRecord record, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = await record.Block.ReadAsync(piece, cancel)) > 0;)
        {
            bytes.Write(piece, 0, read);
            if (bytes.Length > Largest + HttpHead.Longest)
            {
                return null;
            }
        }

        var block = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (!record.IsHttp)
        {
            return new(record.TargetUri ?? "", record.Date, record.ContentType, block, LabelledDigest.Sha256(block.Span), !record.IsCutShort);
        }

        if (HttpHead.Read(block.Span) is not { } head)
        {
            return null;
        }

        var body = HttpBody.Decode(head, block[head.Length..], Largest);
        return new(record.TargetUri ?? "", record.Date, head.Headers["Content-Type"], body.Content, LabelledDigest.Sha256(body.Payload.Span), body.IsWhole && !record.IsCutShort);
    }

    /// <summary>Tells what a record is that may be a page, by its head and the digest of its body.</summary>
    /// <param name="record">A response or resource whose block has not been read from.</param>
    /// <param name="copy">Is given the block of a page, up to <see cref="Largest"/>; null where no copy is wanted.</param>
    /// <param name="cancel">Stops between two pieces.</param>
    public static async ValueTask<(int Status, CapturedAs As, ulong Payload)> LookAsync(WarcRecord record, Stream? copy, CancellationToken cancel)
    {
        var piece = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var read = await record.Block.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancel);
            var (status, type, body, isEncoded) = (200, record.ContentType, 0, false);
            if (record.IsHttp)
            {
                if (HttpHead.Read(piece.AsSpan(0, read)) is not { } head)
                {
                    return default;
                }

                (status, type, body) = (head.Status, head.Headers["Content-Type"], head.Length);
                isEncoded = head.Headers["Content-Encoding"] is not null || head.Headers["Transfer-Encoding"] is not null;
            }

            var kind = status != 200 ? CapturedAs.Other : IsPage(type) ? CapturedAs.Page : CapturedFeed.MayBe(type, piece.AsSpan(body, read - body), isEncoded) ? CapturedAs.Feed : CapturedAs.Other;
            return (status, kind, kind == CapturedAs.Other ? 0 : await HashAsync(record, piece, body, read, copy, cancel));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static async ValueTask<ulong> HashAsync(WarcRecord record, byte[] piece, int from, int read, Stream? copy, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (; read > 0; from = 0, read = await record.Block.ReadAsync(piece, cancel))
        {
            hash.AppendData(piece, from, read - from);
            if (copy is not null && record.BlockLength <= Largest)
            {
                await copy.WriteAsync(piece.AsMemory(0, read), cancel);
            }
        }

        return BitConverter.ToUInt64(hash.GetCurrentHash());
    }
}
