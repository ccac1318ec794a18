using System.Globalization;
using System.Text;

namespace Cuttings.Import.Feeds.Encodings;

/// <summary>An encoding by the name that a header or a declaration gives it, read as browsers read it (WHATWG Encoding): `iso-8859-1` is windows-1252, `euc-kr` is code page 949, `gb2312` is GB18030.</summary>
internal static class EncodingName
{
    static EncodingName() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding, or null where the name is unknown or names one that is unsafe (UTF-7).</summary>
    public static Encoding? Find(string? name)
    {
        var plain = name?.Trim().Trim('"', '\'').ToLowerInvariant().Replace('_', '-') ?? "";
        if (plain.Length is 0 or > 40 || plain.Contains("utf-7", StringComparison.Ordinal))
        {
            return null;
        }

        plain = WithoutYear(plain);
        var page = plain switch
        {
            "utf8" or "utf-8" or "u8" or "unicode-1-1-utf-8" or "x-unicode20utf8" => 65001,
            "ascii" or "us-ascii" or "latin1" or "latin-1" or "l1" or "iso-8859-1" or "iso8859-1" or "iso88591" or "cp819" or "windows-latin1" or "ms-ansi" or "ansi-x3.4-1968" or "646" or "latin" or "8859" or "iso8859" or "iso-8859" or "ibm819" => 1252,
            "ms-ee" => 1250,
            "ms-cyrl" => 1251,
            "ms-greek" => 1253,
            "ms-turk" => 1254,
            "ms-hebr" => 1255,
            "ms-arab" => 1256,
            "winbaltrim" => 1257,
            "macintosh" or "mac" or "macroman" or "mac-roman" or "x-mac-roman" or "csmacintosh" => 10000,
            "macgreek" or "mac-greek" => 10006,
            "maccyrillic" or "mac-cyrillic" or "x-mac-ukrainian" => 10007,
            "maclatin2" or "mac-latin2" or "maccentraleurope" or "mac-centeuro" => 10029,
            "maciceland" or "mac-iceland" => 10079,
            "macturkish" or "mac-turkish" => 10081,
            "maccroatian" or "mac-croatian" => 10082,
            "hz" or "hzgb" or "hz-gb" => 52936,
            "johab" or "ms1361" => 1361,
            "euc-kr" or "euckr" or "ks-c-5601-1987" or "ksc5601" or "ks-c-5601" or "uhc" or "korean" or "windows-949" => 949,
            "gb2312" or "gbk" or "gb-2312-80" or "gb18030" or "x-gbk" or "chinese" or "euc-cn" or "cp936" => 54936,
            "shift-jis" or "sjis" or "x-sjis" or "ms-kanji" or "windows-31j" or "ms932" or "mskanji" or "shiftjis" or "s-jis" or "s-jis-2004" or "s-jisx0213" or "shiftjis2004" or "shiftjisx0213" or "shift-jis-2004" or "sjis-2004" or "shift-jisx0213" or "sjisx0213" => 932,
            "euc-jp" or "eucjp" or "x-euc-jp" or "ujis" or "u-jis" or "euc-jis-2004" or "eucjis2004" or "euc-jisx0213" or "eucjisx0213" => 51932,
            _ when plain.StartsWith("iso-2022-jp", StringComparison.Ordinal) || plain.StartsWith("iso2022-jp", StringComparison.Ordinal) || plain.StartsWith("iso2022jp", StringComparison.Ordinal) => 50220,
            "iso2022-kr" or "iso2022kr" => 50225,
            "big5" or "big5-hkscs" or "x-x-big5" or "cn-big5" => 950,
            "tis-620" or "tis620" or "tis-620-0" or "tis-620-2529-0" or "tis-620-2529-1" or "thai" or "iso-ir-166" or "iso-8859-11" or "iso8859-11" => 874,
            "elot-928" => 28597,
            "latin7" or "l7" => 28603,
            "cp-gr" => 869,
            "iso-8859-9" or "iso8859-9" or "latin5" => 1254,
            "dbcs" or "mbcs" => 1252,
            "cp-is" => 861,
            "ucs-2" or "iso-10646-ucs-2" or "utf16" or "utf-16" or "utf-16le" or "utf16le" or "u16" => 1200,
            "utf-16be" or "utf16be" or "unicodefffe" => 1201,
            "ucs-4" or "iso-10646-ucs-4" or "utf32" or "utf-32" or "utf-32le" or "u32" => 12000,
            "utf-32be" => 12001,
            _ => Page(plain),
        };
        try
        {
            return OldAlphabets.Find(plain) is { } table ? table : page > 0 ? Encoding.GetEncoding(page) : Encoding.GetEncoding(plain);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // IANA's names have the year of the standard: ISO_8859-1:1987.
    private static string WithoutYear(string name)
    {
        if (!name.StartsWith("iso-8859-", StringComparison.Ordinal) && !name.StartsWith("iso8859-", StringComparison.Ordinal))
        {
            return name;
        }

        var year = name.LastIndexOfAny([':', '-']);
        return name.Length - year == 5 && year > name.IndexOf('-', 4) && Number(name.AsSpan(year + 1)) is >= 1980 and < 2020 ? name[..year] : name;
    }

    // `cp1250`, `windows-1250`, `ibm037`, `csibm855`, `iso8859-5`, `ebcdic-cp-be`, or the bare number.
    private static int Page(string name)
    {
        if (name.StartsWith("iso8859", StringComparison.Ordinal) && Number(name.AsSpan(7).TrimStart('-')) is > 0 and <= 16 and var part)
        {
            return 28590 + part;
        }

        if (name.StartsWith("ebcdic-cp-", StringComparison.Ordinal))
        {
            return name[10..] switch { "be" or "ch" => 500, "is" => 871, "gb" => 285, "fr" => 297, "es" => 284, "it" => 280, "dk" or "no" => 277, "fi" or "se" => 278, "gr" => 423, "he" => 424, _ => 37 };
        }

        ReadOnlySpan<string> starts = ["windows-", "windows", "cp-", "cp", "csibm", "ibm-", "ibm0", "ibm", "cspcp", "cspc8codepage", "cspc", "x-cp", "dos-", ""];
        foreach (var start in starts)
        {
            if (name.StartsWith(start, StringComparison.Ordinal) && Number(Digits(name.AsSpan(start.Length))) is > 0 and var page)
            {
                return page == 39 ? 37 : page;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    private static int Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
