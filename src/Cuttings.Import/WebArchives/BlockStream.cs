using System.Buffers;

namespace Cuttings.Import.WebArchives;

/// <summary>A record's block: as long as its head says, or, where that is not to be believed, up to the next record.</summary>
/// <param name="window">Stands at the block's beginning.</param>
/// <param name="length">In bytes; null to go up to the next record.</param>
/// <param name="boundary">How the next one is known.</param>
/// <param name="check">Is shown what goes by.</param>
internal sealed class BlockStream(ByteWindow window, long? length, Boundary boundary, DigestCheck check) : ForwardStream
{
    private readonly List<byte> trailer = [];
    private bool ended;
    private int open;
    private bool last;

    /// <summary>How many bytes have been given out.</summary>
    public long Given { get; private set; }

    /// <summary>Whether all that there is has been given out.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The line ends behind it, once <see cref="EndAsync"/> has been there.</summary>
    public ReadOnlyMemory<byte> Trailer => trailer.ToArray();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsOver || buffer.IsEmpty)
        {
            return 0;
        }

        open = open > 0 || last || length is not null ? open : await OpenAsync(cancellationToken);
        var most = (int)Math.Min(buffer.Length, length is { } known ? known - Given : open);
        var read = most == 0 ? 0 : await window.ReadAsync(buffer[..most], cancellationToken);
        IsOver = read == 0;
        (Given, open) = (Given + read, open - read);
        check.Take(buffer[..read]);
        return read;
    }

    /// <summary>Passes over what is left of it, and takes the line ends behind it.</summary>
    public async ValueTask EndAsync(CancellationToken cancel)
    {
        if (ended)
        {
            return;
        }

        var scratch = ArrayPool<byte>.Shared.Rent(64 * 1024);
        while (await ReadAsync(scratch, cancel) > 0)
        {
        }

        ArrayPool<byte>.Shared.Return(scratch);
        (ended, IsOver) = (true, true);
        check.End();
        while (await window.FillAsync(1, cancel) > 0)
        {
            var blank = window.Ahead.Span.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            var run = blank < 0 ? window.Ahead.Length : blank;
            trailer.AddRange(window.Ahead.Span[..Math.Min(run, Math.Max(0, 4096 - trailer.Count))]);
            window.Advance(run);
            if (blank >= 0)
            {
                return;
            }
        }
    }

    // How far the block goes for certain: up to the next record, less the line ends before it.
    private async ValueTask<int> OpenAsync(CancellationToken cancel)
    {
        var wanted = ByteWindow.Usual / 2;
        var there = await window.FillAsync(wanted, cancel);
        var bytes = window.Ahead;
        var next = boundary.Find(bytes.Span, newLine: Given == 0);
        last = next >= 0 || there < wanted;
        return next >= 0 ? next - boundary.Tail(bytes.Span[..next])
            : there < wanted ? there - boundary.Tail(bytes.Span)
            : there - boundary.Margin - 4;
    }
}
