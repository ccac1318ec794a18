using Cuttings.Collecting;
using Cuttings.Fetching;

namespace Cuttings.Import.WebArchives;

/// <summary>Writes captures as the archive keeps them: the records of a fetch, and the warcinfo that a file of them begins with.</summary>
/// <param name="software">The program and its version, as warcinfo names it.</param>
public sealed class CaptureWriter(string software) : ICaptureWriter
{
    private readonly WarcOfFetch records = new();

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Records(Fetched fetched) => records.Write(fetched).Bytes;

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Head(string file)
    {
        using var bytes = new MemoryStream();
        // Memory never waits.
        new WarcWriter(bytes).WriteAsync(NewRecord.WarcInfo($"urn:uuid:{Guid.NewGuid()}", DateTimeOffset.UtcNow, software, new MessageHeader("WARC-Filename", file))).AsTask().GetAwaiter().GetResult();
        return bytes.ToArray();
    }
}
