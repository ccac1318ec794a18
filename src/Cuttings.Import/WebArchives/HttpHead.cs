using System.Text;

namespace Cuttings.Import.WebArchives;

/// <summary>The head of an HTTP message, leniently read: any line ends, whatever the version.</summary>
public sealed record HttpHead
{
    /// <summary>The longest head, in bytes.</summary>
    public const int Longest = 256 * 1024;

    private HttpHead(string first, MessageHeaders headers, int length) => (FirstLine, Headers, Length) = (first, headers, length);

    /// <summary>The status or request line.</summary>
    public string FirstLine { get; }

    /// <summary>The fields, read as ISO 8859-1.</summary>
    public MessageHeaders Headers { get; }

    /// <summary>Its length in bytes with its blank line: where the body begins.</summary>
    public int Length { get; }

    /// <summary>The status of an answer; 0 for a request, or where it cannot be read.</summary>
    public int Status
    {
        get
        {
            var parts = FirstLine.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            return parts.Length > 1 && FirstLine.StartsWith("HTTP", StringComparison.OrdinalIgnoreCase) && int.TryParse(parts[1], out var status) && status is >= 100 and <= 999 ? status : 0;
        }
    }

    /// <summary>Whether the body says to be in chunks.</summary>
    public bool IsChunked => Headers.All("Transfer-Encoding").Any(value => value.Contains("chunked", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the head at the beginning of a message; null where there is none. A message that is all head ends with it.</summary>
    public static HttpHead? Read(ReadOnlySpan<byte> message)
    {
        var end = End(message);
        var head = message[..(end < 0 ? Math.Min(message.Length, Longest) : end)];
        var rest = head;
        var first = Encoding.Latin1.GetString(MessageHeaders.TakeLine(ref rest)).Trim();
        var space = first.IndexOf(' ');
        return space <= 0 || !(first.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase) || first.Contains(" HTTP/", StringComparison.OrdinalIgnoreCase) || first.StartsWith("HTTP ", StringComparison.OrdinalIgnoreCase))
            ? null
            : new(first, MessageHeaders.Read(rest, Encoding.Latin1).Headers, head.Length);
    }

    /// <summary>Where the body begins, behind the first blank line; -1 where there is none.</summary>
    internal static int End(ReadOnlySpan<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var feed = message[at..].IndexOf((byte)'\n');
            if (feed < 0)
            {
                return -1;
            }

            at += feed + 1;
            if (message[at..] is [(byte)'\n', ..])
            {
                return at + 1;
            }

            if (message[at..] is [(byte)'\r', (byte)'\n', ..])
            {
                return at + 2;
            }
        }

        return -1;
    }
}
