using System.Runtime.CompilerServices;
using Cuttings.Import.Exchange;
using Cuttings.Import.Feeds;
using Cuttings.Import.Feeds.Opml;
using Cuttings.Import.Pages;
using Cuttings.Import.SavedPages;
using Cuttings.Import.WebArchives;
using Cuttings.Import.WordPress;
using Cuttings.Importing;
using Cuttings.Subscriptions;

namespace Cuttings.Import;

/// <summary>Hands a file to the reader of its format.</summary>
internal static class Formats
{
    /// <summary>The longest list of subscriptions, in bytes.</summary>
    private const int LongestList = 16 << 20;

    public static IAsyncEnumerable<ReadItem> ReadAsync(Stream file, string name, ImportFormat format, Action<ReadPage>? report, CancellationToken cancel) => format switch
    {
        ImportFormat.Exchange => ExchangeReader.ReadAsync(file, name, cancel),
        ImportFormat.Page => PageFile.ReadAsync(file, name, cancel),
        ImportFormat.Mhtml => MhtmlFile.ReadAsync(file, name, new PageReader(), cancel),
        ImportFormat.Feed => FeedFile.ReadAsync(file, name, cancel),
        ImportFormat.Opml => ListAsync(file, name, cancel),
        ImportFormat.WordPress => WxrFile.ReadAsync(file, name, cancel),
        ImportFormat.WebArchive => WebArchiveAsync(file, name, cancel),
        _ => PageReading.ReadAsync(file, name, report, cancel),
    };

    // What a web archive holds besides pages is told last.
    private static async IAsyncEnumerable<ReadItem> WebArchiveAsync(Stream file, string name, [EnumeratorCancellation] CancellationToken cancel)
    {
        var notes = new List<string>();
        await foreach (var item in WebArchiveFile.ReadAsync(file, name, new PageReader(), notes.Add, cancel))
        {
            yield return item;
        }

        foreach (var note in notes)
        {
            yield return ReadItem.Noted(name, note.StartsWith(name + ": ", StringComparison.Ordinal) ? note[(name.Length + 2)..] : note);
        }
    }

    private static async IAsyncEnumerable<ReadItem> ListAsync(Stream file, string name, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LongestList)
            {
                yield return new(null, new(name, $"It is longer than {LongestList >> 20} MB: too long for a list of subscriptions."));
                yield break;
            }
        }

        var (list, why) = OpmlReader.Read(bytes.ToArray());
        if (list is null)
        {
            yield return new(null, new(name, why ?? "It is no list of subscriptions."));
            yield break;
        }

        foreach (var feed in list.Feeds)
        {
            yield return new(null, null) { Followed = new Subscription { Address = feed.Address, Title = feed.Title, Site = feed.Site, Folder = string.Join('/', feed.Folders) } };
        }

        foreach (var damage in list.Damage)
        {
            yield return ReadItem.Noted(name, damage);
        }
    }
}
