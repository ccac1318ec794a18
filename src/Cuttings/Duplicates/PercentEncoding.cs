using System.Text;

namespace Cuttings.Duplicates;

/// <summary>RFC 3986, 6.2.2: escapes in upper case, none where the character needs none; characters beyond ASCII as escaped UTF-8 (RFC 3987, 3.1).</summary>
internal static class PercentEncoding
{
    /// <summary>The normal form; a percent sign that begins no escape is escaped itself.</summary>
    public static string Normal(string text)
    {
        var plain = true;
        foreach (var sign in text)
        {
            plain &= char.IsAscii(sign) && sign != '%';
        }

        return plain ? text : Written(text);
    }

    /// <summary>What an escaped text stands for; escapes that are no UTF-8 give U+FFFD.</summary>
    public static string Decoded(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;

    private static string Written(string text)
    {
        var form = new StringBuilder(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        for (var n = 0; n < text.Length; n++)
        {
            if (text[n] == '%')
            {
                if (n + 2 < text.Length && char.IsAsciiHexDigit(text[n + 1]) && char.IsAsciiHexDigit(text[n + 2]))
                {
                    Append(form, Convert.ToByte(text.Substring(n + 1, 2), 16));
                    n += 2;
                    continue;
                }

                form.Append("%25");
                continue;
            }

            if (char.IsAscii(text[n]))
            {
                form.Append(text[n]);
                continue;
            }

            if (Rune.DecodeFromUtf16(text.AsSpan(n), out var rune, out var width) != System.Buffers.OperationStatus.Done)
            {
                rune = Rune.ReplacementChar;
            }

            foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
            {
                form.Append('%').Append(octet.ToString("X2"));
            }

            n += width - 1;
        }

        return form.ToString();
    }

    private static void Append(StringBuilder form, byte octet)
    {
        var sign = (char)octet;
        _ = char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' or '_' or '~' ? form.Append(sign) : form.Append('%').Append(octet.ToString("X2"));
    }
}
