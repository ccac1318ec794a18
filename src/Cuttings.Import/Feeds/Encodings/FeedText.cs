using System.Text;
using System.Text.Unicode;

namespace Cuttings.Import.Feeds.Encodings;

/// <summary>
/// The text of a feed, in the encoding that its bytes bear out. Asked in this order (RFC 7303, RFC 3023): the byte order mark, the charset
/// of the Content-Type, the XML declaration, the bytes themselves. One that does not fit the bytes is passed over, and valid UTF-8 beyond
/// ASCII is always UTF-8: no other encoding gives it by chance.
/// </summary>
internal static class FeedText
{
    private static ReadOnlySpan<byte> EbcdicDeclaration => [0x4C, 0x6F, 0xA7, 0x94];

    public static string Of(ReadOnlySpan<byte> bytes, string? contentType, Damage damage)
    {
        if (Marked(bytes) is { } marked)
        {
            return marked.Encoding.GetString(bytes[marked.Length..]);
        }

        if (bytes.StartsWith(EbcdicDeclaration))
        {
            var ebcdic = EncodingName.Find("ibm037")!;
            var named = EncodingName.Find(Declaration.Encoding(ebcdic.GetString(bytes[..Math.Min(bytes.Length, 256)])));
            return (named ?? ebcdic).GetString(bytes).Replace('\u0085', '\n');
        }

        var plain = Ascii(bytes[..Math.Min(bytes.Length, 1024)]);
        var (sent, declared) = (ContentTypes.Charset(contentType), Declaration.Encoding(plain));
        var saysUtf8 = false;
        foreach (var (name, from) in new[] { (sent, "its Content-Type"), (declared, "it") })
        {
            if (name is null)
            {
                continue;
            }

            if (EncodingName.Find(name) is not { } encoding)
            {
                damage.Add(name.Contains("utf-7", StringComparison.OrdinalIgnoreCase) ? $"The encoding that {from} names, UTF-7, is not read: it can hide markup." : $"The encoding '{Quoted.Shortly(name)}' that {from} names is not known.");
            }
            else if (!Fits(bytes, encoding) || name == sent && IsDefault(bytes, encoding, sent, declared))
            {
                saysUtf8 |= encoding.CodePage == 65001;
                damage.Add($"It is not in the encoding that {from} names ({Quoted.Shortly(name)}).");
            }
            else
            {
                return encoding.GetString(bytes);
            }
        }

        if (IsNearlyUtf8(bytes, saysUtf8 ? 1 : 10, out var broken))
        {
            if (broken > 0)
            {
                damage.Add("Some of its bytes are no characters in UTF-8.");
            }

            return Encoding.UTF8.GetString(bytes);
        }

        return OldEncoding.Of(bytes).GetString(bytes);
    }

    // Latin-1 is what servers say of every file, and fits any bytes: where the feed itself names another encoding, and its bytes bear that out, the feed knows better. US-ASCII fits none beyond ASCII.
    private static bool IsDefault(ReadOnlySpan<byte> bytes, Encoding encoding, string sent, string? declared) =>
        encoding.CodePage == 1252 && EncodingName.Find(declared) is { } other && other.CodePage is not (1252 or 65001) && Fits(bytes, other)
        && (sent.Contains("ascii", StringComparison.OrdinalIgnoreCase) || !other.IsSingleByte && bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0 || OldEncoding.Of(bytes).CodePage == other.CodePage);

    private static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [(byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r', 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, (byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r', ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r', 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r', ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static bool Fits(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        // Text that looks like ASCII to us is in no encoding of wide characters.
        if (encoding.CodePage is 1200 or 1201 or 12000 or 12001)
        {
            return false;
        }

        if (encoding.CodePage == 65001)
        {
            return Utf8.IsValid(bytes);
        }

        if (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0)
        {
            return true;
        }

        return !Utf8.IsValid(bytes) && (encoding.IsSingleByte || Decodes(bytes, encoding));
    }

    // In pieces, so that a large feed is not held twice.
    private static bool Decodes(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var decoder = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")).GetDecoder();
        var chars = new char[8192];
        var (wrong, beyond) = (0, 0);
        while (!bytes.IsEmpty)
        {
            decoder.Convert(bytes, chars, flush: false, out var used, out var written, out _);
            foreach (var sign in chars.AsSpan(0, written))
            {
                wrong += sign is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') ? 1 : 0;
                beyond += sign >= '\u0080' ? 1 : 0;
            }

            bytes = bytes[Math.Max(1, used)..];
        }

        return wrong <= beyond / 50;
    }

    // A single broken character, or a feed cut off inside one, does not make the rest something else; one that says it is UTF-8 may have more of them.
    private static bool IsNearlyUtf8(ReadOnlySpan<byte> bytes, int times, out int broken)
    {
        var good = broken = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                break;
            }

            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            (good, broken) = status == System.Buffers.OperationStatus.Done ? (good + 1, broken) : (good, broken + 1);
            bytes = bytes[Math.Max(1, used)..];
        }

        return broken == 0 || good > broken * times;
    }

    private static string Ascii(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
