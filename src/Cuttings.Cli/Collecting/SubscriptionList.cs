using System.Text;
using Cuttings.Import.Feeds.Opml;
using Cuttings.Subscriptions;

namespace Cuttings.Cli.Collecting;

/// <summary>A list of subscriptions as other readers take and give it (OPML).</summary>
internal static class SubscriptionList
{
    /// <summary>The subscriptions that a file lists.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">The folder to put them in, before their own; or empty.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<Subscription>> ReadAsync(string path, string folder, CancellationToken cancel)
    {
        var list = new List<Subscription>();
        await foreach (var item in Cuttings.Import.Reading.OpenAsync([path], cancel: cancel))
        {
            if (item.Followed is { } followed)
            {
                list.Add(followed with { Folder = string.Join('/', new[] { folder, followed.Folder }.Where(part => part.Length > 0)) });
            }
            else if (item.Note is { } note)
            {
                await Console.Error.WriteLineAsync($"{note.Item}: {note.Text}");
            }
            else
            {
                throw new CuttingsException(ErrorKind.BadInput, $"{path} is no list of subscriptions (OPML).{(item.Failed is { } failed ? " " + failed.Why : "")}");
            }
        }

        return list;
    }

    /// <summary>The list as OPML 2.0.</summary>
    public static string Write(IEnumerable<Subscription> subscriptions, string title)
    {
        using var bytes = new MemoryStream();
        OpmlWriter.Write(
            subscriptions.Select(one => new OutlinedFeed(one.Address, one.Title, one.Site, [.. one.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries)])),
            title,
            Wiring.Clock.GetUtcNow(),
            bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
