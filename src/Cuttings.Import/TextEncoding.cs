using System.Text;
using System.Text.Unicode;

namespace Cuttings.Import;

/// <summary>
/// Tells in which encoding the text of a page was saved: by its byte order mark, else UTF-8 where it is valid, else UTF-16 without a mark,
/// EUC-KR (as code page 949), GB18030 or windows-1252 by how the bytes beyond ASCII are paired.
/// </summary>
internal static class TextEncoding
{
    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, 0, 0, ..])
        {
            return Encoding.UTF32;
        }

        if (bytes is [0xFF, 0xFE, ..] || IsWide(bytes, 1))
        {
            return Encoding.Unicode;
        }

        if (bytes is [0xFE, 0xFF, ..] || IsWide(bytes, 0))
        {
            return Encoding.BigEndianUnicode;
        }

        return IsUtf8(bytes) ? Encoding.UTF8 : Encoding.GetEncoding(OldCodePage(bytes));
    }

    /// <summary>True where so many control characters stand that this is no text in any encoding read here.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || IsWide(bytes, 0) || IsWide(bytes, 1))
        {
            return false;
        }

        var controls = 0;
        foreach (var sign in bytes)
        {
            controls += sign is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B) ? 1 : 0;
        }

        return bytes.Contains((byte)0) || controls > bytes.Length / 20;
    }

    // ASCII as UTF-16 has a zero in every other byte.
    private static bool IsWide(ReadOnlySpan<byte> bytes, int at)
    {
        var (zeros, others, pairs) = (0, 0, Math.Min(bytes.Length, 4096) / 2);
        for (var n = 0; n < pairs; n++)
        {
            zeros += bytes[(2 * n) + at] == 0 ? 1 : 0;
            others += bytes[(2 * n) + 1 - at] == 0 ? 1 : 0;
        }

        return pairs > 1 && others == 0 && zeros > pairs / 2;
    }

    // The head of a longer file may end inside a character.
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
            {
                return cut == 0 || bytes[^cut] >= 0xC0;
            }
        }

        return false;
    }

    private static int OldCodePage(ReadOnlySpan<byte> bytes)
    {
        const int WindowsLatin = 1252, Korean = 949, Chinese = 54936;
        var (single, hangul, hanzi) = (0, 0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < 0x80)
            {
                continue;
            }

            if (bytes[at] is 0x80 or 0xFF || at + 1 == bytes.Length || bytes[at + 1] < 0x40)
            {
                single++;
                continue;
            }

            // In both, letters lie from B0A1; Hangul end at C8FE, while most Chinese text goes far beyond.
            var (lead, trail) = (bytes[at], bytes[++at]);
            (single, hangul, hanzi) = trail < 0x80 ? (single + 1, hangul, hanzi)
                : lead is >= 0xB0 and <= 0xC8 ? (single, hangul + 1, hanzi)
                : lead is > 0xC8 and <= 0xF7 ? (single, hangul, hanzi + 1)
                : (single, hangul, hanzi);
        }

        return single > hangul + hanzi ? WindowsLatin : hanzi > hangul / 20 ? Chinese : Korean;
    }
}
