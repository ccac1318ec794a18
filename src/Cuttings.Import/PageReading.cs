using System.Runtime.CompilerServices;
using System.Text;
using Cuttings.Import.SavedPages;
using Cuttings.Importing;

namespace Cuttings.Import;

/// <summary>A page of text that was read, with what became of its lines.</summary>
public sealed record ReadPage(string Name, IReadOnlyList<ReportLine> Lines);

/// <summary>Reads one page of text, up to <see cref="Reading.LargestPage"/>.</summary>
internal static class PageReading
{
    /// <param name="file">In any encoding that <see cref="TextEncoding"/> tells, by the whole of it: its first old character may stand far down.</param>
    public static async IAsyncEnumerable<ReadItem> ReadAsync(Stream file, string name, Action<ReadPage>? report, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Reading.LargestPage)
            {
                yield return new(null, new(name, $"It is longer than {Reading.LargestPage >> 20} MB: too long for a page."));
                yield break;
            }
        }

        // A page of a blog has thousands of lines at most; each costs memory of its own.
        if (bytes.GetBuffer().AsSpan(0, (int)bytes.Length).Count((byte)'\n') > Reading.MostLines)
        {
            yield return new(null, new(name, $"It has more than {Reading.MostLines:N0} lines: too many for a page."));
            yield break;
        }

        var page = SavedPageReader.Read(Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)), name);
        report?.Invoke(new(name, page.Report));
        if (page.Cuttings.Count == 0)
        {
            yield return new(null, new(name, "No cutting was found in it."));
        }

        foreach (var cutting in page.Cuttings)
        {
            yield return new(cutting, null);
        }

        foreach (var item in page.Beside)
        {
            yield return item;
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes) => TextEncoding.Of(bytes).GetString(bytes);
}
