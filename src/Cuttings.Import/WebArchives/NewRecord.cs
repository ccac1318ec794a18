using System.Text;

namespace Cuttings.Import.WebArchives;

/// <summary>A record to be written, WARC 1.1.</summary>
/// <param name="Fields">The head's fields in their order, but for Content-Length, which is added.</param>
/// <param name="Block">Its block.</param>
public sealed record NewRecord(IReadOnlyList<MessageHeader> Fields, ReadOnlyMemory<byte> Block)
{
    /// <summary>Its head, UTF-8, with the blank line. White space in a value that would end its line becomes a space.</summary>
    public byte[] Head()
    {
        var head = new StringBuilder("WARC/1.1\r\n");
        foreach (var (name, value) in Fields)
        {
            head.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ").Replace('\0', ' ')).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(head.Append("Content-Length: ").Append(Block.Length).Append("\r\n\r\n").ToString());
    }

    /// <summary>A warcinfo record (WARC 1.1, 6.2), the first one of a file.</summary>
    /// <param name="id">Its name, `urn:uuid:…`.</param>
    /// <param name="date">When the file was begun.</param>
    /// <param name="software">The program and its version.</param>
    /// <param name="fields">What else is to be said: `operator`, `isPartOf`, `description`, …</param>
    public static NewRecord WarcInfo(string id, DateTimeOffset date, string software, params IEnumerable<MessageHeader> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var block = new StringBuilder();
        foreach (var (name, value) in fields.Prepend(new("format", "WARC File Format 1.1")).Prepend(new("software", software)))
        {
            block.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
        }

        return Of("warcinfo", id, date, null, "application/warc-fields", Encoding.UTF8.GetBytes(block.ToString()));
    }

    /// <summary>A record with the fields that every one has, and its block's digest.</summary>
    internal static NewRecord Of(string type, string id, DateTimeOffset date, string? address, string contentType, ReadOnlyMemory<byte> block, params IEnumerable<MessageHeader> more) => new(
        [
            new("WARC-Type", type),
            new("WARC-Record-ID", $"<{id}>"),
            new("WARC-Date", WarcDate.Write(date)),
            .. address is null ? [] : new[] { new MessageHeader("WARC-Target-URI", address) },
            .. more,
            new("WARC-Block-Digest", LabelledDigest.Sha256(block.Span)),
            new("Content-Type", contentType),
        ],
        block);
}
