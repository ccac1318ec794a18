namespace Cuttings.Import.WebArchives;

/// <summary>Reads single records of a file by their place.</summary>
internal sealed class RecordsAt(RecordFile file)
{
    private readonly ByteWindow window = new(file.Content);
    private readonly ByteWindow inner = new(Stream.Null);

    /// <summary>Begins anew, after others have read or written the file.</summary>
    public void Refresh()
    {
        file.Content.Position = 0;
        window.Turn(file.Content);
    }

    /// <summary>Hands over the record at an offset, while its block can be read; the default where there is none any more.</summary>
    public async ValueTask<T?> ReadAsync<T>(long offset, Func<WarcRecord, ValueTask<T?>> read, CancellationToken cancel)
    {
        window.Seek(offset);
        await window.FillAsync(64, cancel);
        await using var member = GzipMember.Begins(window.Ahead.Span) ? await GzipMember.OpenAsync(window, cancel) : null;
        if (member is not null)
        {
            inner.Turn(member);
        }

        await foreach (var item in new RecordReading(member is null ? window : inner, offset, member).ReadAsync(cancel))
        {
            return item.Record is { } record ? await read(record) : default;
        }

        return default;
    }
}
