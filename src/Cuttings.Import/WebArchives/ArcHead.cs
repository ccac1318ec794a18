using System.Text;

namespace Cuttings.Import.WebArchives;

/// <summary>The line that begins an ARC record (the Internet Archive's ARC 1.0 and 1.1; 2.0 has more fields in the same order). Spaces may stand in its address and its type.</summary>
internal sealed record ArcHead(string Address, string Ip, string Date, string Type, long? Length)
{
    /// <summary>The longest line, in bytes.</summary>
    public const int Longest = 8 * 1024;

    /// <summary>True where such a line stands here, whole.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || !char.IsAsciiLetter((char)bytes[0]) || bytes[..Math.Min(bytes.Length, 24)].IndexOf((byte)':') is < 0)
        {
            return false;
        }

        var end = bytes[..Math.Min(bytes.Length, Longest)].IndexOf((byte)'\n');
        return end > 0 && Read(bytes[..end]) is not null;
    }

    /// <summary>Reads the line; null where it is none.</summary>
    public static ArcHead? Read(ReadOnlySpan<byte> line)
    {
        var parts = Encoding.UTF8.GetString(line).TrimEnd('\r', '\n').Split(' ');
        for (var date = parts.Length - 2; date >= 2; date--)
        {
            if (parts[date].Length is < 8 or > 20 || !parts[date].All(char.IsAsciiDigit) || !IsIp(parts[date - 1]))
            {
                continue;
            }

            var address = string.Join(' ', parts[..(date - 1)]);
            var colon = address.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !address[..colon].All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '+' or '-' or '.'))
            {
                return null;
            }

            // ARC 2.0: type, status, checksum, location, offset, file name, length.
            var type = parts.Length - date >= 8 ? parts[date + 1] : string.Join(' ', parts[(date + 1)..^1]);
            return new(address, parts[date - 1], parts[date], type, long.TryParse(parts[^1], out var length) && length >= 0 ? length : null);
        }

        return null;
    }

    private static bool IsIp(string text) => text.Length is > 1 and < 46 && text.All(sign => char.IsAsciiHexDigit(sign) || sign is '.' or ':') && (text.Contains('.', StringComparison.Ordinal) || text.Contains(':', StringComparison.Ordinal));
}
