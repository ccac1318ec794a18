using System.Runtime.CompilerServices;

namespace Cuttings.Import.WebArchives;

/// <summary>Reads the records that stand one after another in plain bytes: a file's, or those of one gzip member.</summary>
/// <param name="window">Stands where the first one begins.</param>
/// <param name="member">Where the gzip member begins whose bytes these are; null for a plain file.</param>
/// <param name="holder">That member: its own damage explains what is missing at the end.</param>
internal sealed class RecordReading(ByteWindow window, long? member = null, GzipMember? holder = null)
{
    private readonly byte[] probe = new byte[4096];
    private Boundary boundary = AnyBoundary.Only;

    /// <summary>How many records have been read.</summary>
    public int Count { get; private set; }

    /// <summary>The last record read.</summary>
    public WarcRecord? Last { get; private set; }

    public async IAsyncEnumerable<WarcItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (await SkipBlankAsync(cancel))
        {
            var start = window.Position;
            var (head, why) = await HeadAsync(cancel);
            if (head is null)
            {
                var from = window.Position;
                await ResyncAsync(cancel);
                if (holder?.Damage is not null)
                {
                    continue;
                }

                yield return Damaged(start, why ?? $"{window.Position - from:N0} bytes here are no record.");
                continue;
            }

            var length = await TrustedAsync(head.Length, cancel);
            using var check = new DigestCheck(head.Headers["WARC-Block-Digest"], PayloadDigestOf(head.Headers), head.Headers["Content-Type"]?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true);
            await using var block = new BlockStream(window, length, boundary, check);
            var record = new WarcRecord(head, member ?? start, holder is null ? null : start, block, check);
            (Count, Last) = (Count + 1, record);
            yield return new(record, null);

            await record.EndAsync(cancel);
            record.StoredLength = holder is null ? window.Position - start : null;
            foreach (var damage in DamageOf(record, head, length))
            {
                yield return Damaged(start, damage, record.TargetUri);
            }
        }
    }

    // What a revisit's payload digest is of stands elsewhere; a part's is the whole's.
    private static string? PayloadDigestOf(MessageHeaders headers) =>
        "revisit".Equals(headers["WARC-Type"], StringComparison.OrdinalIgnoreCase) || headers["WARC-Segment-Number"] is not null ? null : headers["WARC-Payload-Digest"];

    private IEnumerable<string> DamageOf(WarcRecord record, RecordHead head, long? trusted)
    {
        if (record.IsCutShort && holder?.Damage is not null)
        {
            yield break;
        }

        if (head.Damage is { } damage)
        {
            yield return damage;
        }

        if (head.Length is { } stated && record.BlockLength != stated)
        {
            yield return record.BlockLength < stated && trusted is not null
                ? $"It is cut off: of {stated:N0} bytes {record.BlockLength:N0} are there."
                : $"Its length is given as {stated:N0} bytes, but {record.BlockLength:N0} stand before the next record or the end.";
        }

        if (record.IsCutShort)
        {
            yield break;
        }

        if (record.BlockDigest == DigestVerdict.Differs)
        {
            yield return $"Its block does not have the digest that it states: {Quoted.Shortly(head.Headers["WARC-Block-Digest"]!)}.";
        }

        if (record.PayloadDigest == DigestVerdict.Differs)
        {
            yield return $"Its payload does not have the digest that it states: {Quoted.Shortly(head.Headers["WARC-Payload-Digest"]!)}.";
        }
    }

    private WarcItem Damaged(long start, string why, string? uri = null) => new(null, new(member ?? start, why, uri));

    private async ValueTask<bool> SkipBlankAsync(CancellationToken cancel)
    {
        while (await window.FillAsync(1, cancel) > 0)
        {
            var blank = window.Ahead.Span.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            window.Advance(blank < 0 ? window.Ahead.Length : blank);
            if (blank >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<(RecordHead? Head, string? Why)> HeadAsync(CancellationToken cancel)
    {
        await window.FillAsync(16, cancel);
        if (WarcBoundary.Begins(window.Ahead.Span))
        {
            boundary = WarcBoundary.Only;
            return await WarcHeadAsync(cancel);
        }

        await window.FillAsync(ArcHead.Longest + 16, cancel);
        if (!ArcHead.Begins(window.Ahead.Span))
        {
            return default;
        }

        boundary = ArcBoundary.Only;
        var length = window.Ahead.Span.IndexOf((byte)'\n') + 1;
        var head = RecordHead.OfArc(window.Ahead[..length].ToArray(), window.Ahead.Span[length..]);
        window.Advance(length);
        return (head, null);
    }

    private async ValueTask<(RecordHead? Head, string? Why)> WarcHeadAsync(CancellationToken cancel)
    {
        for (var wanted = 8 * 1024; ; wanted *= 2)
        {
            var there = await window.FillAsync(wanted, cancel);
            var end = HttpHead.End(window.Ahead.Span);
            var next = WarcBoundary.Only.Find((end < 0 ? window.Ahead : window.Ahead[..end]).Span, newLine: false);
            if (next > 0)
            {
                window.Advance(next);
                return (null, "Its head breaks off, and another record begins.");
            }

            if (end >= 0)
            {
                var head = window.Ahead[..end].ToArray();
                window.Advance(end);
                return (RecordHead.OfWarc(head), null);
            }

            if (there < wanted || wanted >= RecordHead.Longest)
            {
                window.Advance(Math.Min(there, 5));
                return (null, there < wanted ? "The file ends within its head." : $"Its head is longer than {RecordHead.Longest >> 20} MB.");
            }
        }
    }

    // A length is believed if what may follow a record follows there, or if it cannot be seen.
    private async ValueTask<long?> TrustedAsync(long? stated, CancellationToken cancel)
    {
        if (stated is not { } length)
        {
            return null;
        }

        var seen = await window.LookAsync(length, probe, cancel);
        if (seen is null || (seen >= 0 && boundary.Fits(probe.AsSpan(0, seen.Value))))
        {
            return length;
        }

        if (seen < 0 || !boundary.MayFit(probe.AsSpan(0, seen.Value)))
        {
            return null;
        }

        // Blank lines, and then no record: the next one is damaged, or they are another record's, which then begins before them.
        await window.FillAsync((int)Math.Min(length + boundary.Margin, ByteWindow.Usual / 2), cancel);
        var next = boundary.Find(window.Ahead.Span, newLine: false);
        return next < 0 || next >= length ? length : null;
    }

    private async ValueTask ResyncAsync(CancellationToken cancel)
    {
        for (var newLine = true; ; newLine = false)
        {
            var wanted = ByteWindow.Usual / 2;
            var there = await window.FillAsync(wanted, cancel);
            var next = boundary.Find(window.Ahead.Span, newLine);
            if (next >= 0 || there < wanted)
            {
                window.Advance(next >= 0 ? next : there);
                return;
            }

            window.Advance(there - boundary.Margin);
        }
    }
}
