using System.Globalization;

namespace Cuttings.Storage.Sources;

/// <summary>
/// The files of WARC records beside a SQLite archive, `snapshots/20261125T190000Z-1f3a.warc.gz`, each written by one process at a time and only at its end.
/// A record is on the disk before the row that names it is committed: what a crash leaves behind no row names, and the next writer begins a new file.
/// </summary>
internal static class SnapshotFiles
{
    /// <summary>A file that has grown this long is left as it is, in bytes.</summary>
    private const long Fullest = 512L << 20;

    /// <summary>Appends records to the last file where its end is the end of what rows name, else to a new one.</summary>
    /// <param name="folder">The archive's folder.</param>
    /// <param name="last">The last file and where, by the rows, it ends.</param>
    /// <param name="records">Whole gzip members.</param>
    /// <param name="head">What a new file begins with.</param>
    /// <param name="now">The time that names a new file.</param>
    public static (string File, long Place) Append(string folder, (string File, long End)? last, ReadOnlyMemory<byte> records, Func<string, ReadOnlyMemory<byte>> head, DateTimeOffset now)
    {
        var snapshots = Path.Combine(folder, "snapshots");
        Directory.CreateDirectory(snapshots);
        using var file = (last is { } known && known.End < Fullest ? Reopen(Path.Combine(snapshots, known.File), known.End) : null) ?? Begin(snapshots, head, now);
        var place = file.Position;
        file.Write(records.Span);
        file.Flush(flushToDisk: true);
        return (Path.GetFileName(file.Name), place);
    }

    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(string folder, string file, long place, long size, CancellationToken cancel)
    {
        try
        {
            await using var stream = new FileStream(Path.Combine(folder, "snapshots", Path.GetFileName(file)), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.Position = place;
            var bytes = new byte[size];
            await stream.ReadExactlyAsync(bytes, cancel);
            return bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CuttingsException(ErrorKind.Storage, $"The kept copy in {file} at byte {place} cannot be read: {error.Message}", error);
        }
    }

    private static FileStream? Reopen(string path, long end)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        }
        catch (IOException)
        {
            // Another process writes it, or it is gone.
            return null;
        }

        if (file.Length == end)
        {
            file.Position = end;
            return file;
        }

        file.Dispose();
        return null;
    }

    private static FileStream Begin(string snapshots, Func<string, ReadOnlyMemory<byte>> head, DateTimeOffset now)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{Guid.NewGuid().ToString("N")[..4]}.warc.gz");
        var file = new FileStream(Path.Combine(snapshots, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        file.Write(head(name).Span);
        return file;
    }
}
