using System.Text;

namespace Cuttings.Import.WebArchives;

/// <summary>The head of a record of either format, read.</summary>
internal sealed record RecordHead(ReadOnlyMemory<byte> Bytes, string Version, MessageHeaders Headers, long? Length, string? Damage)
{
    /// <summary>The longest head of a WARC record, in bytes.</summary>
    public const int Longest = 1024 * 1024;

    /// <summary>Reads a WARC record's head, whole, with its blank line.</summary>
    public static RecordHead OfWarc(byte[] bytes)
    {
        ReadOnlySpan<byte> rest = bytes;
        var version = Encoding.Latin1.GetString(MessageHeaders.TakeLine(ref rest)).Trim();
        var (headers, strange) = MessageHeaders.Read(rest, Encoding.UTF8);
        var stated = headers["Content-Length"];
        long? length = long.TryParse(stated, System.Globalization.NumberStyles.None, null, out var number) ? number : null;
        var damage = stated is null ? "It has no Content-Length."
            : length is null ? $"Its Content-Length is no number: {Quoted.Shortly(stated)}."
            : headers["WARC-Type"] is null ? "It has no WARC-Type."
            : strange > 0 ? $"{strange} {(strange == 1 ? "line" : "lines")} of its head {(strange == 1 ? "is no field" : "are no fields")}."
            : null;
        return new(bytes, version, headers, length, damage);
    }

    /// <summary>Reads an ARC record's line; null where it is none.</summary>
    /// <param name="bytes">The line, with its end.</param>
    /// <param name="block">The first bytes of the block.</param>
    public static RecordHead? OfArc(byte[] bytes, ReadOnlySpan<byte> block)
    {
        if (ArcHead.Read(bytes) is not { } head)
        {
            return null;
        }

        var headers = new MessageHeaders();
        var http = block.StartsWith("HTTP/"u8);
        headers.Add("WARC-Type", head.Address.StartsWith("filedesc:", StringComparison.OrdinalIgnoreCase) ? "warcinfo" : http ? "response" : "resource");
        headers.Add("WARC-Target-URI", head.Address);
        headers.Add("WARC-Date", head.Date);
        headers.Add("WARC-IP-Address", head.Ip);
        headers.Add("Content-Type", http ? "application/http; msgtype=response" : head.Type);
        return new(bytes, "ARC", headers, head.Length, head.Length is null ? $"Its length is no number: {Quoted.Shortly(Encoding.Latin1.GetString(bytes).TrimEnd().Split(' ')[^1])}." : null);
    }
}
