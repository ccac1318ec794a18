using System.Security.Cryptography;

namespace Cuttings.Import.WebArchives;

/// <summary>
/// Computes the digests that a record states, while its block goes by. A payload's is taken of an HTTP message's body as sent and,
/// where that is chunked, of the body without its chunks: both are in use, and either will do.
/// </summary>
internal sealed class DigestCheck : IDisposable
{
    private readonly LabelledDigest? block;
    private readonly LabelledDigest? payload;
    private readonly IncrementalHash? blockHash;
    private readonly IncrementalHash? sentHash;
    private readonly MemoryStream? head;
    private readonly Action<ReadOnlyMemory<byte>> unchunk;
    private IncrementalHash? plainHash;
    private ChunkedDecoder? chunks;
    private bool inBody;

    public DigestCheck(string? blockDigest, string? payloadDigest, bool isHttp)
    {
        (block, payload) = (LabelledDigest.Parse(blockDigest), LabelledDigest.Parse(payloadDigest));
        (BlockVerdict, PayloadVerdict) = (blockDigest is null ? DigestVerdict.Absent : DigestVerdict.Unknown, payloadDigest is null ? DigestVerdict.Absent : DigestVerdict.Unknown);
        blockHash = block is null ? null : IncrementalHash.CreateHash(block.Algorithm);
        sentHash = payload is null ? null : IncrementalHash.CreateHash(payload.Algorithm);
        head = payload is not null && isHttp ? new() : null;
        inBody = head is null;
        unchunk = piece => plainHash!.AppendData(piece.Span);
    }

    public DigestVerdict BlockVerdict { get; private set; }

    public DigestVerdict PayloadVerdict { get; private set; }

    public void Take(ReadOnlyMemory<byte> piece)
    {
        blockHash?.AppendData(piece.Span);
        if (sentHash is null)
        {
            return;
        }

        if (inBody)
        {
            Body(piece);
        }
        else
        {
            head!.Write(piece.Span);
            Open(all: false);
        }
    }

    public void End()
    {
        if (!inBody && sentHash is not null)
        {
            Open(all: true);
        }

        if (block is not null)
        {
            BlockVerdict = block.Is(blockHash!.GetCurrentHash()) ? DigestVerdict.Matches : DigestVerdict.Differs;
        }

        if (payload is not null)
        {
            PayloadVerdict = payload.Is(sentHash!.GetCurrentHash()) || (plainHash is not null && payload.Is(plainHash.GetCurrentHash())) ? DigestVerdict.Matches : DigestVerdict.Differs;
        }
    }

    public void Dispose()
    {
        blockHash?.Dispose();
        sentHash?.Dispose();
        plainHash?.Dispose();
        head?.Dispose();
    }

    // A head that never ends is no head.
    private void Open(bool all)
    {
        var bytes = head!.GetBuffer().AsMemory(0, (int)head.Length);
        var end = HttpHead.End(bytes.Span);
        if (end < 0 && !all && bytes.Length < HttpHead.Longest)
        {
            return;
        }

        inBody = true;
        if (HttpHead.Read(bytes.Span) is not { } read)
        {
            Body(bytes);
            return;
        }

        if (read.IsChunked)
        {
            (plainHash, chunks) = (IncrementalHash.CreateHash(payload!.Algorithm), new());
        }

        Body(bytes[read.Length..]);
    }

    private void Body(ReadOnlyMemory<byte> piece)
    {
        sentHash!.AppendData(piece.Span);
        chunks?.Take(piece, unchunk);
    }
}
