namespace Cuttings.Import.WebArchives;

/// <summary>
/// Copies of records that share a gzip member with others, as in a file that is one gzip: to come back to such a record in its own place,
/// all before it would have to be unpacked again.
/// </summary>
internal sealed class SideFile : IAsyncDisposable
{
    private readonly FileStream file = TemporaryFile.Create();
    private long start;

    public Stream Content => file;

    /// <summary>Whether there is no more room.</summary>
    public bool IsFull => file.Length > TemporaryFile.Most;

    /// <summary>Begins the copy of a record; its block is to be written to <see cref="Content"/>.</summary>
    public async ValueTask<long> BeginAsync(WarcRecord record, CancellationToken cancel)
    {
        start = file.Position = file.Length;
        await file.WriteAsync(record.Head, cancel);
        return start;
    }

    /// <summary>Ends the copy that was begun.</summary>
    public ValueTask EndAsync(WarcRecord record, CancellationToken cancel) => file.WriteAsync(record.Version == "ARC" ? "\n"u8.ToArray() : "\r\n\r\n"u8.ToArray(), cancel);

    /// <summary>Takes the copy that was begun back.</summary>
    public void Drop() => file.SetLength(start);

    public void Clear() => file.SetLength(0);

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
