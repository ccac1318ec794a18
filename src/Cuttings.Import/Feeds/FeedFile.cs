using System.Runtime.CompilerServices;
using Cuttings.Import.Feeds.Encodings;
using Cuttings.Importing;

namespace Cuttings.Import.Feeds;

/// <summary>A feed in a file.</summary>
public static class FeedFile
{
    private static readonly string[] Roots = ["<rss", "<rdf:rdf", "<feed", "<atom:feed", "<channel"];
    private static readonly string[] Prefixed = [":feed ", ":rdf ", ":rss "];

    /// <summary>True where the first bytes of a file are those of a feed. Its name is never asked.</summary>
    public static bool Looks(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || Signatures.Find(head) is not null)
        {
            return false;
        }

        var text = FeedText.Of(head[..Math.Min(head.Length, 16 * 1024)], null, new Damage()).AsSpan().TrimStart(" \t\r\n\uFEFF\u200B\0");
        return text is ['{', ..] ? LooksJson(text) : LooksXml(text);
    }

    /// <summary>Reads a feed's entries as articles to cut from. Where it is none, one failure says why.</summary>
    /// <param name="file">A stream at its start; it need not be seekable.</param>
    /// <param name="name">How reports name the file.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async IAsyncEnumerable<ReadItem> ReadAsync(Stream file, string name, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0 && bytes.Length <= FeedLimits.Largest;)
        {
            bytes.Write(buffer, 0, read);
        }

        foreach (var item in FeedEntries.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), name))
        {
            yield return item;
        }
    }

    // A feed's root, where no element of a page stands before it.
    private static bool LooksXml(ReadOnlySpan<char> text)
    {
        var first = text.Length;
        foreach (var root in Roots)
        {
            var at = text.IndexOf(root, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at + root.Length < text.Length && (char.IsWhiteSpace(text[at + root.Length]) || text[at + root.Length] is '>' or '/'))
            {
                first = Math.Min(first, at);
            }
        }

        if (first == text.Length && SingleEntry(text) is >= 0 and var entry)
        {
            first = entry;
        }

        return (first < text.Length || PrefixedRoot(text)) && !HasPage(text[..first]);
    }

    // <a:feed xmlns:a="http://www.w3.org/2005/Atom">
    private static bool PrefixedRoot(ReadOnlySpan<char> text)
    {
        foreach (var root in Prefixed)
        {
            var at = text.IndexOf(root, StringComparison.OrdinalIgnoreCase);
            if (at > 1 && text[..at].LastIndexOf('<') is >= 0 and var open && at - open is > 1 and < 20 && text[at..].IndexOf('>') is >= 0 and var close && text.Slice(at, close).Contains("xmlns:", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // A page's DOCTYPE right before a feed's first element is a slip of whoever made the feed.
    private static bool HasPage(ReadOnlySpan<char> before) =>
        before.Contains("<html", StringComparison.OrdinalIgnoreCase) || before.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) && HasElement(before) || before.Contains("<body", StringComparison.OrdinalIgnoreCase) || before.Contains("<opml", StringComparison.OrdinalIgnoreCase);

    private static bool HasElement(ReadOnlySpan<char> before)
    {
        for (var at = before.IndexOf('<'); at >= 0 && at + 1 < before.Length; at = before.IndexOf('<'))
        {
            if (char.IsAsciiLetter(before[at + 1]))
            {
                return true;
            }

            before = before[(at + 1)..];
        }

        return false;
    }

    // An entry of Atom may be a document by itself (RFC 4287 2).
    private static int SingleEntry(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("<entry ", StringComparison.Ordinal);
        var end = at < 0 ? -1 : text[at..].IndexOf('>');
        return end >= 0 && text.Slice(at, end).Contains("http://www.w3.org/2005/Atom", StringComparison.OrdinalIgnoreCase) ? at : -1;
    }

    private static bool LooksJson(ReadOnlySpan<char> text)
    {
        var version = text.IndexOf("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase);
        version = version < 0 ? text.IndexOf("jsonfeed.org\\/version", StringComparison.OrdinalIgnoreCase) : version;
        return version >= 0 && text[..version].LastIndexOf("\"version\"", StringComparison.Ordinal) >= 0;
    }
}
