using System.Runtime.CompilerServices;
using System.Text;
using Cuttings.Importing;

namespace Cuttings.Import.WordPress;

/// <summary>
/// Reads a WordPress export (WXR 1.0 to 1.2, and what later versions of WordPress write), of any size in constant memory: its posts and pages become cuttings.
/// What is left out by plan (comments, attachments, menus, …) is counted in a note at the end.
/// </summary>
public static class WxrFile
{
    // A post waits this long for the attachment that is its picture: it is uploaded while the post is written, and so stands after it.
    private const int MostWaiting = 200;
    private const int MostWaitingText = 4_000_000;

    /// <summary>True where these first bytes are those of an export.</summary>
    public static bool Looks(ReadOnlySpan<byte> head)
    {
        var text = TextEncoding.Of(head).GetString(head[..Math.Min(head.Length, 64 * 1024)]);
        var rss = text.IndexOf("<rss", StringComparison.OrdinalIgnoreCase);
        var end = rss < 0 ? -1 : text.IndexOf('>', rss);
        return rss >= 0 && (text.IndexOf("://wordpress.org/export/", rss, (end < 0 ? text.Length : end) - rss, StringComparison.Ordinal) >= 0 || text.Contains("<wp:wxr_version>", StringComparison.Ordinal));
    }

    /// <summary>Reads to the end; the stream stays open. Items are named `NAME item 12 (“Title”)`.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async IAsyncEnumerable<ReadItem> ReadAsync(Stream file, string name, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var text = new WxrText(file);
        var reading = new WxrReading(new WxrScanner(text), text, name);
        var (waiting, weight) = (new Queue<WaitingPost>(), 0L);
        await foreach (var post in reading.PostsAsync(cancel))
        {
            waiting.Enqueue(post);
            weight += post.Weight;
            while (waiting.Count > 0 && (waiting.Count > MostWaiting || weight > MostWaitingText || !reading.MustWait(waiting.Peek())))
            {
                var first = waiting.Dequeue();
                weight -= first.Weight;
                if (reading.Finish(first) is { } item)
                {
                    yield return item;
                }
            }
        }

        while (waiting.TryDequeue(out var last))
        {
            if (reading.Finish(last) is { } item)
            {
                yield return item;
            }
        }

        foreach (var item in reading.Closing())
        {
            yield return item;
        }
    }
}
