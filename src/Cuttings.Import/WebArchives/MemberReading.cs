using System.Runtime.CompilerServices;
using System.Text;

namespace Cuttings.Import.WebArchives;

/// <summary>Reads a web archive's file: plain, or gzip member by gzip member. Behind a damaged member it looks for the next one that holds a record.</summary>
internal sealed class MemberReading(Stream stream)
{
    private readonly ByteWindow file = new(stream);
    private long back = 64L << 20;

    public async IAsyncEnumerable<WarcItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await file.FillAsync(64, cancel);
        if (file.Ahead.IsEmpty)
        {
            yield return new(null, new(0, "It is empty."));
        }

        if (file.Ahead.Span.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) || file.Ahead.Span is [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..])
        {
            yield return new(null, new(0, "It is compressed with Zstandard, which is not read here: unpack it first (zstd -d)."));
            yield break;
        }

        var items = await IsPackedAsync(cancel) ? MembersAsync(cancel) : new RecordReading(file).ReadAsync(cancel);
        await foreach (var item in items)
        {
            yield return item;
        }
    }

    // A damaged beginning, or a zip without its directory, may still have members behind it.
    private async ValueTask<bool> IsPackedAsync(CancellationToken cancel)
    {
        if (GzipMember.Begins(file.Ahead.Span))
        {
            return true;
        }

        await file.FillAsync(ByteWindow.Usual / 2, cancel);
        var ahead = file.Ahead.Span;
        return WarcBoundary.Only.Find(ahead, newLine: true) < 0 && !ArcHead.Begins(ahead) && ahead.IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]) >= 0;
    }

    private async IAsyncEnumerable<WarcItem> MembersAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var window = new ByteWindow(Stream.Null);
        while (await file.FillAsync(18, cancel) > 0)
        {
            var start = file.Position;
            if (!GzipMember.Begins(file.Ahead.Span))
            {
                var padding = await ScanAsync(cancel);
                if (!padding)
                {
                    yield return new(null, new(start, $"{file.Position - start:N0} bytes here are no gzip member."));
                }

                continue;
            }

            await using var member = await GzipMember.OpenAsync(file, cancel);
            if (member is null)
            {
                file.Advance(1);
                await ScanAsync(cancel);
                yield return new(null, new(start, "The gzip member that begins here has a damaged head."));
                continue;
            }

            window.Turn(member);
            var records = new RecordReading(window, start, member);
            await foreach (var item in records.ReadAsync(cancel))
            {
                yield return item;
            }

            if (member.Damage is { } damage)
            {
                yield return new(null, new(start, $"The gzip member that begins here cannot be read to its end: {damage}.", records.Last?.TargetUri));
                GoBack(start + 1);
                await ScanAsync(cancel);
            }
            else if (records is { Count: 1, Last: { } only })
            {
                only.StoredLength = file.Position - start;
            }
        }
    }

    // Damaged data may have swallowed what follows them; how often a file may be read anew is bounded, lest a crafted one takes for ever.
    private void GoBack(long to)
    {
        var far = file.Position - to;
        if (file.CanGo(to) && far <= back)
        {
            back -= far;
            file.Seek(to);
        }
    }

    // To the next member that holds a record, or the end; true where only zeros were passed.
    private async ValueTask<bool> ScanAsync(CancellationToken cancel)
    {
        var padding = true;
        while (await file.FillAsync(ByteWindow.Usual / 2, cancel) is > 0 and var there)
        {
            var next = file.Ahead.Span.IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);
            var passed = next >= 0 ? next : there < 4 ? there : there - 3;
            padding &= file.Ahead.Span[..passed].IndexOfAnyExcept((byte)0) < 0;
            file.Advance(passed);
            if (next < 0)
            {
                continue;
            }

            var at = file.Position;
            if (await HoldsRecordAsync(cancel))
            {
                file.Seek(at);
                return padding;
            }

            padding = false;
            file.Seek(file.CanGo(at + 1) ? at + 1 : file.Position);
        }

        return padding;
    }

    private async ValueTask<bool> HoldsRecordAsync(CancellationToken cancel)
    {
        var at = file.Position;
        if (!GzipMember.Begins(file.Ahead.Span))
        {
            return false;
        }

        await using var member = await GzipMember.OpenAsync(file, cancel);
        if (member is null)
        {
            return false;
        }

        var begin = new byte[16];
        var length = await member.ReadAtLeastAsync(begin, begin.Length, throwOnEndOfStream: false, cancel);
        var text = Encoding.Latin1.GetString(begin, 0, length);
        return file.CanGo(at) && (text.StartsWith("WARC/", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal) || text.StartsWith("dns:", StringComparison.Ordinal));
    }
}
