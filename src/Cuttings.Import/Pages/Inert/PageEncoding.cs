using System.Buffers;
using System.Text;

namespace Cuttings.Import.Pages.Inert;

/// <summary>Reads a page's bytes as text: by its byte order mark, what was sent with it, what it declares itself (WHATWG HTML 13.2.3), else by how its bytes look.</summary>
internal static class PageEncoding
{
    // HTML requires the declaration within the first 1,024 bytes; pages are not that careful.
    private const int Declared = 4096;
    private static readonly SearchValues<char> Ends = SearchValues.Create("\"'>;/ \t\r\n");

    static PageEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> page, string? charset)
    {
        var encoding = HasMark(page) ? TextEncoding.Of(page) : Named(charset, page) ?? Named(InPage(page), page) ?? TextEncoding.Of(page);
        var text = encoding.GetString(page);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    private static bool HasMark(ReadOnlySpan<byte> page) => page is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    // A page that calls itself UTF-8 and is not is read by how it looks; latin-1 is windows-1252 on the web (WHATWG Encoding, 4.2).
    private static Encoding? Named(string? name, ReadOnlySpan<byte> page)
    {
        var known = name?.ToLowerInvariant() switch
        {
            null or "" => null,
            "utf8" or "utf-8" => "utf-8",
            "iso-8859-1" or "latin1" or "iso8859-1" or "us-ascii" or "ascii" => "windows-1252",
            "euc-kr" or "ks_c_5601-1987" or "ksc5601" or "cp949" or "x-windows-949" or "windows-949" => "949",
            "gbk" or "gb2312" or "x-gbk" => "gb18030",
            "big5-hkscs" => "big5",
            var other => other,
        };
        if (known is null || (known == "utf-8" && !System.Text.Unicode.Utf8.IsValid(page)))
        {
            return null;
        }

        try
        {
            // Those that are a danger to read as text are not read as what they say (UTF-7).
            var encoding = known == "949" ? Encoding.GetEncoding(949) : Encoding.GetEncoding(known);
            return encoding.CodePage is 65000 or 1200 or 1201 or 12000 or 12001 ? null : encoding;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? InPage(ReadOnlySpan<byte> page)
    {
        var head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, Declared)]);
        for (var at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase); at >= 0; at = head.IndexOf("charset", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var rest = head.AsSpan(at + 7).TrimStart();
            if (rest.StartsWith("=") && rest[1..].TrimStart().TrimStart("\"'") is var value && value.IndexOfAny(Ends) is > 0 and var end)
            {
                return value[..end].ToString();
            }
        }

        return null;
    }
}
