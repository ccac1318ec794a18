using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Cuttings.Import.Pages;

/// <summary>
/// Decodes a page as browsers do (WHATWG Encoding and HTML 13.2.3): byte order mark, Content-Type, meta in the first bytes, else by content (<see cref="TextEncoding"/>).
/// Where the declared encoding is plainly wrong, the content overrules it.
/// </summary>
internal static partial class PageEncoding
{
    private const int Prescan = 4096;

    static PageEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> page, string? contentType)
    {
        var encoding = Of(page, contentType);
        return encoding.GetString(page).TrimStart('\uFEFF');
    }

    public static Encoding Of(ReadOnlySpan<byte> page, string? contentType)
    {
        if (page is [0xEF, 0xBB, 0xBF, ..])
        {
            return Encoding.UTF8;
        }

        if (page is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return TextEncoding.Of(page);
        }

        var declared = Named(contentType is { Length: < 1000 } ? Charset().Match(contentType).Groups[1].Value : "") ?? Named(Meta(page));
        if (declared is null)
        {
            return TextEncoding.Of(page);
        }

        // Bytes beyond ASCII that are valid UTF-8 are UTF-8: by chance they hardly ever are.
        if (declared.CodePage != Encoding.UTF8.CodePage)
        {
            return declared.CodePage is 1200 or 1201 ? TextEncoding.Of(page) : IsUtf8BeyondAscii(page) ? Encoding.UTF8 : declared;
        }

        return Utf8.IsValid(page) || Damaged(page) ? Encoding.UTF8 : TextEncoding.Of(page) is { } told && told.CodePage != Encoding.UTF8.CodePage ? told : Encoding.UTF8;
    }

    private static bool IsUtf8BeyondAscii(ReadOnlySpan<byte> page)
    {
        // A page cut off, or one stray byte in an advertisement, is still UTF-8.
        return page.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0 && (Utf8.IsValid(page) || Damaged(page));
    }

    // Mostly valid: at least nine of ten sequences beyond ASCII are whole.
    private static bool Damaged(ReadOnlySpan<byte> page)
    {
        var (good, bad) = (0, 0);
        while (!page.IsEmpty)
        {
            var next = page.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0 || good + bad > 20_000)
            {
                break;
            }

            page = page[next..];
            if (Rune.DecodeFromUtf8(page, out _, out var length) == System.Buffers.OperationStatus.Done)
            {
                good++;
            }
            else
            {
                bad++;
            }

            page = page[length..];
        }

        return good > 9 * bad;
    }

    private static string Meta(ReadOnlySpan<byte> page)
    {
        var head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, Prescan)]);
        return MetaCharset().Match(head) is { Success: true } match ? match.Groups[1].Value
            : XmlEncoding().Match(head) is { Success: true } xml ? xml.Groups[1].Value
            : "";
    }

    private static Encoding? Named(string label)
    {
        // The labels of the Encoding Standard that .NET reads otherwise or not at all.
        var name = label.Trim().Trim('"', '\'').ToLowerInvariant() switch
        {
            "" => null,
            "euc-kr" or "ks_c_5601-1987" or "ksc5601" or "ks_c_5601" or "ksc_5601" or "korean" or "windows-949" or "cp949" or "uhc" or "ms949" => "949",
            "gb2312" or "gbk" or "gb_2312-80" or "gb18030" or "x-gbk" or "chinese" or "euc-cn" => "54936",
            "big5" or "big5-hkscs" or "x-x-big5" or "cn-big5" => "950",
            "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "windows-31j" => "932",
            "euc-jp" or "x-euc-jp" => "51932",
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "ansi" or "l1" => "1252",
            "iso-8859-9" or "latin5" => "1254",
            "tis-620" or "iso-8859-11" => "874",
            "utf8" or "unicode-1-1-utf-8" => "65001",
            "x-user-defined" or "utf-7" => null,
            var other => other,
        };
        if (name is null or { Length: > 40 })
        {
            return null;
        }

        try
        {
            return int.TryParse(name, out var page) ? Encoding.GetEncoding(page) : Encoding.GetEncoding(name);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?([\w:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Charset();

    [GeneratedRegex(@"<meta\s[^>]{0,300}?charset\s*=\s*[""']?\s*([\w:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MetaCharset();

    [GeneratedRegex(@"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[""']([\w:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex XmlEncoding();
}
