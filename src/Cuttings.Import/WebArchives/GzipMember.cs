using System.Buffers.Binary;
using System.IO.Compression;

namespace Cuttings.Import.WebArchives;

/// <summary>
/// What one member of a gzip file holds (RFC 1952). Damage ends it early and is named; nothing is thrown. The inflater reads ahead,
/// so the member's end is found by its trailer, the checksum and length that are known by then, among the last bytes that it took.
/// </summary>
internal sealed class GzipMember : ForwardStream
{
    /// <summary>The most bytes that a member may hold.</summary>
    public const long Most = 64L << 30;

    /// <summary>The most bytes that may come of one compressed byte, beyond the first <see cref="Unrated"/>.</summary>
    public const int MostRatio = 250;

    /// <summary>How many bytes may come of next to nothing.</summary>
    public const long Unrated = 64L << 20;

    private readonly ByteWindow file;
    private readonly Feed feed;
    private readonly DeflateStream deflate;
    private readonly long start;
    private uint crc;
    private long held;
    private bool over;

    private GzipMember(ByteWindow file, long start)
    {
        (this.file, this.start) = (file, start);
        feed = new(file);
        deflate = new(feed, CompressionMode.Decompress);
    }

    /// <summary>What is wrong with it, once it has been read; null where nothing is.</summary>
    public string? Damage { get; private set; }

    /// <summary>True where these bytes begin a member.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, < 0x20, ..];

    /// <summary>Opens the member that begins here; null where its own head is damaged.</summary>
    public static async ValueTask<GzipMember?> OpenAsync(ByteWindow file, CancellationToken cancel)
    {
        var begin = file.Position;
        var ahead = await file.FillAsync(64, cancel);
        if (HeadLength(file.Ahead.Span) is not { } length || length > ahead)
        {
            await file.FillAsync(ByteWindow.Usual / 2, cancel);
            length = HeadLength(file.Ahead.Span) ?? int.MaxValue;
        }

        if (length > file.Ahead.Length)
        {
            return null;
        }

        file.Advance(length);
        return new(file, begin);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (over || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            var read = await deflate.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                over = true;
                await EndAsync(cancellationToken);
                return 0;
            }

            crc = Crc32.Of(crc, buffer.Span[..read]);
            held += read;
            if (held > Most || (held > Unrated && held / MostRatio > file.Position - start))
            {
                (over, Damage) = (true, $"what is compressed there grows beyond all measure ({held >> 20} MB of {file.Position - start} bytes)");
                return 0;
            }

            return read;
        }
        catch (InvalidDataException)
        {
            (over, Damage) = (true, feed.Dry ? "it is cut off" : "its compressed data are damaged");
            return 0;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        deflate.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask EndAsync(CancellationToken cancel)
    {
        if (feed.Dry)
        {
            Damage = "it is cut off";
            return;
        }

        file.Rewind(feed.Last);
        await file.FillAsync(feed.Last + 8, cancel);
        var trailer = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), (uint)held);
        var at = file.Ahead.Span[..Math.Min(file.Ahead.Length, feed.Last + 8)].IndexOf(trailer);
        if (at < 0)
        {
            Damage = "its checksum or length does not fit what it holds";
            return;
        }

        file.Advance(at + 8);
    }

    // RFC 1952, 2.3: ten bytes, then what the flags announce. Null where it is not all there.
    private static int? HeadLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 10)
        {
            return null;
        }

        var (flags, at) = (bytes[3], 10);
        if ((flags & 4) != 0)
        {
            if (bytes.Length < 12)
            {
                return null;
            }

            at = 12 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]);
        }

        foreach (var named in new[] { 8, 16 })
        {
            if ((flags & named) == 0)
            {
                continue;
            }

            var end = at < bytes.Length ? bytes[at..].IndexOf((byte)0) : -1;
            if (end < 0)
            {
                return null;
            }

            at += end + 1;
        }

        return (flags & 2) != 0 ? at + 2 : at;
    }

    /// <summary>Hands the file to the inflater and remembers how much it took last.</summary>
    private sealed class Feed(ByteWindow file) : ForwardStream
    {
        public int Last { get; private set; }

        public bool Dry { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await file.ReadAsync(buffer[..Math.Min(buffer.Length, ByteWindow.KeptBehind / 2)], cancellationToken);
            Last = read > 0 ? read : Last;
            Dry |= read == 0 && !buffer.IsEmpty;
            return read;
        }
    }
}
