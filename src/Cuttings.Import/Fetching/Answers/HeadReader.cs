using System.Buffers;
using System.Text;
using Cuttings.Fetching;

namespace Cuttings.Import.Fetching.Answers;

/// <summary>
/// Takes the head of an answer as its bytes come (RFC 9112), within bounds; heads of interim answers (1xx) are passed over. Real servers send
/// lines that are no header at all, which browsers overlook: so does the cleaned head, while the kept one has them.
/// </summary>
internal sealed class HeadReader(string host, int lengthLimit, int headerLimit)
{
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    private readonly List<byte> bytes = [];
    private readonly List<Range> lines = [];
    private int lineStart;
    private int interim;

    /// <summary>The head, with CRLF and its blank line, without Transfer-Encoding.</summary>
    public byte[] Kept { get; private set; } = [];

    /// <summary>The head, fit for a strict parser.</summary>
    public byte[] Cleaned { get; private set; } = [];

    public bool IsEmpty => bytes.Count == 0 && interim == 0;

    /// <summary>Whether the length is told by chunks.</summary>
    public bool IsChunked { get; private set; }

    /// <summary>Takes what came; the number of bytes that belong to the head, or -1 where it is not whole yet.</summary>
    /// <exception cref="FetchFault">It is no HTTP, or too large.</exception>
    public int Take(ReadOnlySpan<byte> more)
    {
        for (var i = 0; i < more.Length; i++)
        {
            bytes.Add(more[i]);
            if (bytes.Count == 5 && !"HTTP/"u8.SequenceEqual(bytes.ToArray()))
            {
                throw NoHttp();
            }

            if (bytes.Count + interim > lengthLimit)
            {
                throw new FetchFault(FetchOutcome.TooLarge, $"{host} sent headers of more than {lengthLimit >> 10} KB.");
            }

            if (more[i] == '\n' && EndLine())
            {
                return i + 1;
            }
        }

        return -1;
    }

    public FetchFault NoHttp() => new(FetchOutcome.BadAnswer, $"{host} answered with something that is no HTTP.");

    /// <summary>True after the blank line of the final head.</summary>
    private bool EndLine()
    {
        var end = bytes.Count - 1;
        end = end > lineStart && bytes[end - 1] == '\r' ? end - 1 : end;
        var line = lineStart..end;
        lineStart = bytes.Count;
        if (line.Start.Value != line.End.Value)
        {
            lines.Add(line);
            return lines.Count <= headerLimit + 1 ? false : throw new FetchFault(FetchOutcome.TooLarge, $"{host} sent more than {headerLimit:N0} headers.");
        }

        if (Status() is >= 100 and < 200 and not 101)
        {
            interim += bytes.Count;
            bytes.Clear();
            lines.Clear();
            lineStart = 0;
            return false;
        }

        Finish();
        return true;
    }

    private int Status()
    {
        var line = lines.Count > 0 ? Line(lines[0]) : [];
        return line.Length >= 12 && line is [(byte)'H', (byte)'T', (byte)'T', (byte)'P', (byte)'/', (byte)'1', (byte)'.', >= (byte)'0' and <= (byte)'9', (byte)' ', .. var rest]
            && rest[..3].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && (rest.Length == 3 || rest[3] == ' ') && rest[0] != '0'
            ? int.Parse(rest[..3])
            : throw NoHttp();
    }

    private void Finish()
    {
        var kept = new List<byte>();
        var cleaned = new List<byte>();
        cleaned.AddRange(Encoding.ASCII.GetBytes($"HTTP/1.1 {Status()} \r\n"));
        var isDropped = false;
        IsChunked = lines.Skip(1).Any(line => NameOf(Line(line)) is var name && Is(name, "transfer-encoding"u8) && Contains(Line(line), "chunked"u8));
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Line(lines[i]);
            var name = i == 0 ? [] : NameOf(line);
            var isFolded = i > 0 && line[0] is (byte)' ' or (byte)'\t';

            // What the transfer encoding was is undone, and a length beside it counts for nothing (RFC 9112, 6.3).
            isDropped = isFolded ? isDropped : Is(name, "transfer-encoding"u8) || (IsChunked && Is(name, "content-length"u8));
            if (!isDropped)
            {
                kept.AddRange(line);
                kept.AddRange("\r\n"u8);
            }

            if (i > 0 && name.Length > 0)
            {
                cleaned.AddRange(name);
                cleaned.AddRange(":"u8);
                cleaned.AddRange(Value(line[(line.IndexOf((byte)':') + 1)..]));
                cleaned.AddRange("\r\n"u8);
            }
            else if (isFolded && cleaned.Count > 0 && i > 1)
            {
                cleaned.RemoveRange(cleaned.Count - 2, 2);
                cleaned.AddRange(Value(line));
                cleaned.AddRange("\r\n"u8);
            }
        }

        kept.AddRange("\r\n"u8);
        cleaned.AddRange("\r\n"u8);
        Kept = [.. kept];
        Cleaned = [.. cleaned];
    }

    private ReadOnlySpan<byte> Line(Range range) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)[range];

    /// <summary>The header's name; empty where the line is no header.</summary>
    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> line)
    {
        var name = line.IndexOf((byte)':') is > 0 and var colon ? line[..colon].TrimEnd(" \t"u8) : [];
        return name.ContainsAnyExcept(NameBytes) ? [] : name;
    }

    private static byte[] Value(ReadOnlySpan<byte> value)
    {
        var clean = value.ToArray();
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = clean[i] is < 0x20 or 0x7f ? (byte)' ' : clean[i];
        }

        return clean;
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(name, other);

    private static bool Contains(ReadOnlySpan<byte> line, ReadOnlySpan<byte> word)
    {
        for (var i = 0; i + word.Length <= line.Length; i++)
        {
            if (Is(line.Slice(i, word.Length), word))
            {
                return true;
            }
        }

        return false;
    }
}
