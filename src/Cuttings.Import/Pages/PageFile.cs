using System.Runtime.CompilerServices;
using Cuttings.Articles;
using Cuttings.Importing;

namespace Cuttings.Import.Pages;

/// <summary>Reads a web page from a file: one that a browser or a web archive saved, or any other.</summary>
public static class PageFile
{
    private static readonly string[] Starts = ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<main", "<div", "<p>", "<p ", "<table", "<h1", "<center", "<script", "<link"];

    /// <summary>Whether a file that begins so is an HTML page, by its content: a doctype, else the elements of one, after comments and white space.</summary>
    /// <param name="head">The first bytes, in whatever encoding.</param>
    public static bool Looks(ReadOnlySpan<byte> head)
    {
        var bytes = head[..Math.Min(head.Length, 8192)];
        if (bytes.IsEmpty || TextEncoding.LooksBinary(bytes))
        {
            return false;
        }

        var text = PageEncoding.Decode(bytes, null).AsSpan().TrimStart();
        while (text.StartsWith("<!--") || text.StartsWith("<?xml"))
        {
            var isComment = text[1] == '!';
            var end = text.IndexOf(isComment ? "-->" : "?>");
            if (end < 0)
            {
                // A long first comment, such as SingleFile's licence.
                return isComment && !text.Contains("<rss", StringComparison.OrdinalIgnoreCase);
            }

            text = text[(end + (isComment ? 3 : 2))..].TrimStart();
        }

        foreach (var start in Starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && text[..Math.Min(text.Length, 200)].Contains("html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads the whole file: its article or its posts, else one <see cref="FailedItem"/> that says what it is.</summary>
    /// <param name="file">The file, from its start.</param>
    /// <param name="name">How reports name it; the third post of it is `name post 3`.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async IAsyncEnumerable<ReadItem> ReadAsync(Stream file, string name, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > PageReader.Longest)
            {
                yield return new(null, new(name, $"It is longer than {PageReader.Longest >> 20} MB: too long for a page."));
                yield break;
            }
        }

        var page = new PageReader().Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), null, null);
        if (page.Articles.IsEmpty)
        {
            yield return new(null, new(name, page.Why ?? "No article was found in it."));
        }

        for (var n = 0; n < page.Articles.Length; n++)
        {
            cancel.ThrowIfCancellationRequested();
            yield return new(ArticleCutting.Of(page.Articles[n], page.Articles.Length == 1 ? name : $"{name} post {n + 1}", "page"), null);
        }
    }
}
