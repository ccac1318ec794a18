using System.Collections;
using System.Text;

namespace Cuttings.Import.WebArchives;

/// <summary>One named field of a head.</summary>
/// <param name="Name">As spelt.</param>
/// <param name="Value">Without white space at its ends; folded lines joined by a space.</param>
public readonly record struct MessageHeader(string Name, string Value);

/// <summary>The named fields of a WARC or HTTP head, in their order, repeated ones too. Names compare without case.</summary>
public sealed class MessageHeaders : IReadOnlyList<MessageHeader>
{
    private readonly List<MessageHeader> fields = [];

    /// <inheritdoc/>
    public int Count => fields.Count;

    /// <inheritdoc/>
    public MessageHeader this[int index] => fields[index];

    /// <summary>The first value of a name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var field in fields)
            {
                if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return field.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Every value of a name.</summary>
    public IEnumerable<string> All(string name) => fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);

    /// <inheritdoc/>
    public IEnumerator<MessageHeader> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds a field.</summary>
    internal void Add(string name, string value) => fields.Add(new(name, value));

    /// <summary>Reads the lines below a head's first one; any line end, folded lines (RFC 2616, 2.2), lines that are none counted.</summary>
    internal static (MessageHeaders Headers, int Strange) Read(ReadOnlySpan<byte> lines, Encoding encoding)
    {
        var headers = new MessageHeaders();
        var strange = 0;
        StringBuilder? folded = null;
        while (!lines.IsEmpty)
        {
            var line = TakeLine(ref lines);
            if (line.IsEmpty)
            {
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t' && headers.Count > 0)
            {
                folded ??= new(headers.fields[^1].Value);
                folded.Append(' ').Append(encoding.GetString(line).Trim());
                continue;
            }

            headers.Unfold(ref folded);
            var colon = line.IndexOf((byte)':');
            if (colon <= 0)
            {
                strange++;
                continue;
            }

            headers.fields.Add(new(encoding.GetString(line[..colon]).Trim(), encoding.GetString(line[(colon + 1)..]).Trim()));
        }

        headers.Unfold(ref folded);
        return (headers, strange);
    }

    /// <summary>Takes a line off the front, without its LF or CRLF.</summary>
    internal static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line is [.., (byte)'\r'] ? line[..^1] : line;
    }

    private void Unfold(ref StringBuilder? folded)
    {
        if (folded is not null)
        {
            fields[^1] = fields[^1] with { Value = folded.ToString() };
            folded = null;
        }
    }
}
