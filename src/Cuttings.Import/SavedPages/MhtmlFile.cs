using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Cuttings.Articles;
using Cuttings.Importing;
using MimeKit;

namespace Cuttings.Import.SavedPages;

/// <summary>
/// Reads a page saved as one file in MHTML (RFC 2557), as Chrome, Edge, Internet Explorer and add-ons of Firefox write it.
/// Only the page itself is read; its pictures, styles and frames stay where they are.
/// </summary>
public static class MhtmlFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 64 * 1024 * 1024;

    /// <summary>True where these first bytes are those of a saved page: a message's head that announces a page with its parts.</summary>
    public static bool Looks(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 16 * 1024)]).TrimStart('\u00EF', '\u00BB', '\u00BF', '\r', '\n', ' ').ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        text = end < 0 ? text : text[..end];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 40 && text[..colon].All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')
            && Has("mime-version:") && Has("\ncontent-type:")
            && (Has("multipart/related") || Has("snapshot-content-location:") || (Has("text/html") && Has("content-location:")));

        bool Has(string part) => ("\n" + text).Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads the whole file; the stream stays open. Each article of the page is an item; a file in which none is found is one failure.</summary>
    /// <param name="file">The file, up to <see cref="Largest"/>.</param>
    /// <param name="name">How reports name it.</param>
    /// <param name="pages">Reads the page in it.</param>
    /// <param name="cancel">Stops before the next read.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async IAsyncEnumerable<ReadItem> ReadAsync(Stream file, string name, IPageReader pages, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(pages);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Largest)
            {
                yield return Failed(name, $"It is longer than {Largest >> 20} MB: too long for a page.");
                yield break;
            }
        }

        if (SavedParts.TryFind(bytes, out var page, out var why, cancel))
        {
            foreach (var item in Items(pages.Read(page.Bytes, page.ContentType, page.Address), page, name))
            {
                yield return item;
            }
        }
        else
        {
            yield return Failed(name, why);
        }
    }

    private static IEnumerable<ReadItem> Items(PageContent content, SavedParts page, string name)
    {
        if (content.Articles.IsEmpty)
        {
            yield return Failed(name, content.Why ?? "No article was found in it.");
        }

        var digest = "sha-256:" + Convert.ToHexStringLower(SHA256.HashData(page.Bytes.Span));
        for (var n = 0; n < content.Articles.Length; n++)
        {
            var article = content.Articles[n];
            article = article with { Address = article.Address ?? page.Address, Truncated = article.Truncated || page.IsCutOff };
            var item = content.Articles.Length == 1 ? name : $"{name} article {n + 1} (“{Quoted.Shortly(article.Title)}”)";
            yield return new(ArticleCutting.Of(article, item, "page", page.Captured, digest), null);
        }
    }

    private static ReadItem Failed(string item, string why) => new(null, new(item, why));
}
