using System.Text;

namespace Cuttings.Import;

/// <summary>How files that are no text, and texts that are markup, begin.</summary>
internal static class Signatures
{
    private static readonly (byte[] Start, int At, string What)[] Binary =
    [
        ([0x89, .. "PNG"u8], 0, "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG picture"),
        ([.. "GIF8"u8], 0, "a GIF picture"),
        ([.. "WEBP"u8], 8, "a WebP picture"),
        ([.. "WAVE"u8], 8, "a sound recording"),
        ([.. "ftyp"u8], 4, "a film, a sound recording or a picture (MP4)"),
        ([(byte)'I', (byte)'I', 0x2A, 0], 0, "a TIFF picture"),
        ([(byte)'M', (byte)'M', 0, 0x2A], 0, "a TIFF picture"),
        ([0, 0, 1, 0], 0, "an icon"),
        ([.. "%PDF-"u8], 0, "a PDF document"),
        ([.. "%!PS"u8], 0, "a PostScript document"),
        ([.. "{\\rtf"u8], 0, "an RTF document"),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "an old Office document"),
        ([(byte)'P', (byte)'K', 3, 4], 0, "a zip file (or an Office document, or an e-book)"),
        ([(byte)'P', (byte)'K', 5, 6], 0, "an empty zip file"),
        ([0x1F, 0x8B], 0, "a gzip file"),
        ([.. "BZh"u8], 0, "a bzip2 file"),
        ([0xFD, .. "7zXZ"u8], 0, "an xz file"),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "a zstd file"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], 0, "a 7z file"),
        ([.. "Rar!"u8], 0, "a RAR file"),
        ([.. "ustar"u8], 257, "a tar file"),
        ([.. "SQLite format 3\0"u8], 0, "a database: give an archive with --archive, a backup to restore"),
        ([.. "WARC/"u8], 0, "a web archive (WARC)"),
        ([.. "filedesc://"u8], 0, "a web archive (ARC)"),
        ([0x7F, .. "ELF"u8], 0, "a program"),
        ([(byte)'M', (byte)'Z', 0x90, 0], 0, "a program"),
        ([.. "ID3"u8], 0, "a sound recording"),
        ([.. "OggS"u8], 0, "a sound recording"),
        ([.. "fLaC"u8], 0, "a sound recording"),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "a film"),
    ];

    /// <summary>What these bytes are, where they begin a known format that is no text.</summary>
    public static string? Find(ReadOnlySpan<byte> head)
    {
        foreach (var (start, at, what) in Binary)
        {
            if (head.Length >= at + start.Length && head.Slice(at, start.Length).SequenceEqual(start))
            {
                return what;
            }
        }

        return head.StartsWith("BM"u8) && head.Length > 26 && head[6..10].IndexOfAnyExcept((byte)0) < 0 ? "a BMP picture" : null;
    }

    /// <summary>What this text is, where it begins as markup.</summary>
    public static string? FindMarkup(string text)
    {
        if (!text.StartsWith('<'))
        {
            return text.StartsWith("BEGIN:VCALENDAR", StringComparison.Ordinal) ? "a calendar" : null;
        }

        return Has("http://wordpress.org/export/") ? "a WordPress export"
            : Has("<rss") || Has("<feed") || Has("<rdf:RDF") ? "a feed"
            : Has("<svg") && !Has("<html") ? "an SVG picture"
            : Has("<!doctype html") || Has("<html") || Has("<head") || Has("<body") || Has("<div") || Has("<p>") || Has("<article") || Has("<!--") ? "an HTML page: save it as text"
            : Has("<?xml") ? "an XML document"
            : null;

        bool Has(string part) => text.AsSpan(0, Math.Min(text.Length, 4096)).Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The sentence that refuses a file.</summary>
    public static string Refusal(string name, string what) =>
        new StringBuilder(name).Append(" is ").Append(what).Append(". What can be read: web pages (HTML, MHTML, or as text), feeds, OPML, WordPress exports, web archives (WARC, ARC, WACZ), and cuttings in the exchange format.").ToString();
}
