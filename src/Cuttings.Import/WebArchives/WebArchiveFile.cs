using System.IO.Compression;
using System.Runtime.CompilerServices;
using Cuttings.Articles;
using Cuttings.Importing;

namespace Cuttings.Import.WebArchives;

/// <summary>
/// Reads a web archive (WARC, ARC or WACZ, compressed or not) as cuttings: each page captured with status 200, its articles. An address captured
/// several times gives one cutting whose source has an edition for each text. The file is gone through twice, first for the places of its pages.
/// </summary>
public static class WebArchiveFile
{
    /// <summary>Whether a file that begins so is a web archive.</summary>
    /// <param name="head">Its first bytes; 64 KB are enough.</param>
    public static bool Looks(ReadOnlySpan<byte> head) => LooksPlain(head) || LooksZipped(head) || (GzipMember.Begins(head) && LooksPlain(Unpacked(head)));

    /// <summary>Reads to the end. Damage is a failure each, and never stops the rest. What cannot be sought in goes through a temporary file.</summary>
    /// <param name="file">The file; it stays open.</param>
    /// <param name="name">How reports name it.</param>
    /// <param name="pages">Reads the pages.</param>
    /// <param name="note">Told, at the end, what was there that is no article: one sentence each.</param>
    /// <param name="cancel">Stops between two records.</param>
    /// <exception cref="IOException">The file cannot be read, or a temporary one not be written.</exception>
    public static async IAsyncEnumerable<ReadItem> ReadAsync(Stream file, string name, IPageReader pages, Action<string>? note = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(pages);
        var (whole, isCopy) = await TemporaryFile.SeekableAsync(file, cancel);
        try
        {
            await using var opened = await OpenedArchive.OpenAsync(whole, name, cancel);
            await using var reading = new CaptureReading(opened.Files, pages);
            foreach (var failed in opened.Failed)
            {
                yield return new(null, failed);
            }

            await foreach (var item in reading.ReadAsync(cancel))
            {
                yield return item;
            }

            foreach (var sentence in reading.Counts.Sentences(name))
            {
                note?.Invoke(sentence);
            }
        }
        finally
        {
            if (isCopy)
            {
                await whole.DisposeAsync();
            }
        }
    }

    private static bool LooksPlain(ReadOnlySpan<byte> head) => WarcBoundary.Begins(head) || (head.StartsWith("filedesc:"u8) && ArcHead.Begins(head));

    // The names of the files at a zip's beginning stand in it as they are.
    private static bool LooksZipped(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("PK\u0003\u0004"u8))
        {
            return false;
        }

        for (var rest = head; rest.Length > 30;)
        {
            var named = rest[30..];
            if (named.StartsWith("archive/"u8) || named.StartsWith("datapackage.json"u8) || named.StartsWith("indexes/"u8) || named.StartsWith("pages/pages.jsonl"u8))
            {
                return true;
            }

            var next = rest[4..].IndexOf("PK\u0003\u0004"u8);
            rest = next < 0 ? [] : rest[(next + 4)..];
        }

        return false;
    }

    private static byte[] Unpacked(ReadOnlySpan<byte> head)
    {
        var begin = new byte[ArcHead.Longest];
        var length = 0;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(head.ToArray()), CompressionMode.Decompress);
            for (int read; length < begin.Length && (read = gzip.Read(begin, length, Math.Min(512, begin.Length - length))) > 0;)
            {
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            // What came before the head's end is enough.
        }

        return begin[..length];
    }
}
