using System.Text;
using Cuttings.Import.Feeds;
using Cuttings.Import.Feeds.Opml;
using Cuttings.Import.Pages;
using Cuttings.Import.SavedPages;
using Cuttings.Import.WebArchives;
using Cuttings.Import.WordPress;

namespace Cuttings.Import;

/// <summary>What a file is, by its first bytes.</summary>
/// <param name="Format">The format to read it as, or null where it cannot be read.</param>
/// <param name="What">What it is, in words: `a PNG picture`.</param>
public readonly record struct Guess(ImportFormat? Format, string What);

/// <summary>Tells what a file is by its content; its name is never asked.</summary>
public static class FormatGuesser
{
    /// <summary>How many bytes to look at.</summary>
    public const int HeadLength = 64 * 1024;

    /// <summary>Guesses from the first bytes of a file, all of them where it is shorter than <see cref="HeadLength"/>.</summary>
    public static Guess Guess(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return new(null, "empty");
        }

        // What is packed or multipart is known by what is in it.
        if (WebArchiveFile.Looks(head))
        {
            return new(ImportFormat.WebArchive, "a web archive");
        }

        if (MhtmlFile.Looks(head))
        {
            return new(ImportFormat.Mhtml, "a page saved with its parts (MHTML)");
        }

        if (Signatures.Find(head) is { } binary)
        {
            return new(null, binary);
        }

        if (TextEncoding.LooksBinary(head))
        {
            return new(null, "binary data");
        }

        if (Markup(head) is { } markupFormat)
        {
            return markupFormat;
        }

        var text = TextEncoding.Of(head).GetString(head[..Math.Min(head.Length, 16 * 1024)]).TrimStart('\uFEFF').TrimStart();
        return Signatures.FindMarkup(text) is { } markup ? new(null, markup)
            : text.Length == 0 ? new(null, "blank")
            : IsExchange(text) ? new(ImportFormat.Exchange, "cuttings in the exchange format")
            : new(ImportFormat.SavedPage, "the text of a page");
    }

    private static Guess? Markup(ReadOnlySpan<byte> head) =>
        WxrFile.Looks(head) ? new(ImportFormat.WordPress, "a WordPress export")
        : OpmlReader.Looks(head) ? new(ImportFormat.Opml, "a list of subscriptions (OPML)")
        : FeedFile.Looks(head) ? new(ImportFormat.Feed, "a feed")
        : PageFile.Looks(head) ? new(ImportFormat.Page, "an HTML page")
        : null;

    // Most lines begin as objects do, so that one bad line at the head does not make the file a page.
    private static bool IsExchange(string text)
    {
        if (StartsObject(text) || (text.StartsWith('[') && text.AsSpan(1).TrimStart() is { } inner && (StartsObject(inner) || inner is [']', ..])))
        {
            return true;
        }

        var objects = 0;
        var others = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var start = line.TrimStart();
            (objects, others) = start.IsEmpty ? (objects, others) : StartsObject(start) ? (objects + 1, others) : (objects, others + 1);
        }

        return objects > 0 && objects >= others - 1;
    }

    private static bool StartsObject(ReadOnlySpan<char> text) => text is ['{', ..] && text[1..].TrimStart() is ['"' or '}', ..];
}
