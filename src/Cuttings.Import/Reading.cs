using System.Runtime.CompilerServices;
using Cuttings.Importing;

namespace Cuttings.Import;

/// <summary>Reads files, folders and standard input, each in the format that its content shows, as one stream of items.</summary>
public static class Reading
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The largest page of text, in bytes.</summary>
    public const int LargestPage = 16 * 1024 * 1024;

    /// <summary>The most lines that a page of text may have.</summary>
    public const int MostLines = 100_000;

    /// <summary>
    /// Reads everything in a stable order: the paths as given, a folder's files by their path inside it, bytewise, hidden ones left out.
    /// A file that cannot be read, or is not what can be read, is one <see cref="FailedItem"/> that says why; the rest goes on.
    /// </summary>
    /// <param name="paths">Files, folders, or `-`.</param>
    /// <param name="format">The format of them all, or null to guess each one's.</param>
    /// <param name="report">Told what became of each line of each page of text.</param>
    /// <param name="cancel">Stops between two items.</param>
    public static async IAsyncEnumerable<ReadItem> OpenAsync(
        IEnumerable<string> paths, ImportFormat? format = null, Action<ReadPage>? report = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var (path, name, missing) in paths.SelectMany(Files))
        {
            if (missing is not null)
            {
                yield return Failed(name, missing);
                continue;
            }

            await foreach (var item in ReadFileAsync(path, name, format, report, cancel))
            {
                yield return item;
            }
        }
    }

    private static async IAsyncEnumerable<ReadItem> ReadFileAsync(string path, string name, ImportFormat? format, Action<ReadPage>? report, [EnumeratorCancellation] CancellationToken cancel)
    {
        var stream = Open(path, out var why);
        if (stream is null)
        {
            yield return Failed(name, why);
            yield break;
        }

        await using (stream)
        {
            var items = ReadStreamAsync(stream, name, format, report, cancel).GetAsyncEnumerator(cancel);
            await using (items)
            {
                while (true)
                {
                    ReadItem item;
                    try
                    {
                        if (!await items.MoveNextAsync())
                        {
                            yield break;
                        }

                        item = items.Current;
                    }
                    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                    {
                        item = Failed(name, $"It cannot be read to its end: {e.Message}");
                        why = e.Message;
                    }

                    yield return item;
                    if (why.Length > 0)
                    {
                        yield break;
                    }
                }
            }
        }
    }

    private static async IAsyncEnumerable<ReadItem> ReadStreamAsync(Stream stream, string name, ImportFormat? format, Action<ReadPage>? report, [EnumeratorCancellation] CancellationToken cancel)
    {
        var buffer = new byte[FormatGuesser.HeadLength];
        var head = buffer.AsMemory(0, await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel));
        var guess = FormatGuesser.Guess(head.Span);
        if (guess.Format is null && (format is null || head.IsEmpty))
        {
            yield return Failed(name, Signatures.Refusal(name, guess.What));
            yield break;
        }

        if (stream.CanSeek)
        {
            stream.Position = 0;
        }

        await using var peeked = new PeekedStream(head, stream);
        await foreach (var item in Formats.ReadAsync(stream.CanSeek ? stream : peeked, name, format ?? guess.Format!.Value, report, cancel))
        {
            yield return item;
        }
    }

    private static FileStream? OpenFile(string path) => new(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });

    private static Stream? Open(string path, out string why)
    {
        try
        {
            why = "";
            return path == StandardInput ? Console.OpenStandardInput() : OpenFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            why = $"It cannot be opened: {e.Message}";
            return null;
        }
    }

    private static IEnumerable<(string Path, string Name, string? Missing)> Files(string path)
    {
        if (path == StandardInput)
        {
            return [(path, "standard input", null)];
        }

        if (!Directory.Exists(path))
        {
            return [(path, Path.GetFileName(path) is { Length: > 0 } name ? name : path, File.Exists(path) ? null : $"There is no file or folder '{path}'.{(path.StartsWith("http", StringComparison.OrdinalIgnoreCase) && path.Contains("://", StringComparison.Ordinal) ? " A page of the web comes in by way of read: cuttings read ADDRESS --json | cuttings import -" : "")}")];
        }

        // Links to folders are not followed, so that none leads round in a circle.
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        var files = Directory.EnumerateFiles(path, "*", options)
            .Select(file => (Path: file, Name: Path.GetRelativePath(path, file).Replace('\\', '/'), Missing: (string?)null))
            .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : [(path, path, "There is no file in this folder.")];
    }

    private static ReadItem Failed(string item, string why) => new(null, new(item, why));
}
