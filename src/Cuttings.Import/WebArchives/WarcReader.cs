namespace Cuttings.Import.WebArchives;

/// <summary>
/// Reads WARC (0.17 to 1.1, ISO 28500) and ARC (1.0, 1.1) files, plain, with a gzip member for each record, or in one gzip as a whole.
/// Damaged records are named with their place, and the rest is read: from the next record, or the next gzip member.
/// A stream that can be sought in is read better, since a wrong length can then be seen before it is believed.
/// </summary>
public static class WarcReader
{
    /// <summary>Reads to the end, in constant memory; the stream stays open. A record's block is to be read before the next item is asked for, and may be left unread.</summary>
    /// <exception cref="IOException">The stream cannot be read; nothing is thrown for what it holds.</exception>
    public static IAsyncEnumerable<WarcItem> ReadAsync(Stream stream, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new MemberReading(stream).ReadAsync(cancel);
    }
}
