using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Cuttings.Articles;
using Cuttings.Fetching;
using Cuttings.Import.Feeds;
using Cuttings.Import.Pages;
using Cuttings.Importing;

namespace Cuttings.Import;

/// <summary>Reads what the gateway has fetched, as a file of that content would be read, but that its address is known.</summary>
public static class FetchedReading
{
    /// <summary>Its items: the articles of a page, the entries of a feed, what another format holds; or one failure.</summary>
    /// <param name="fetched">A 2xx answer.</param>
    /// <param name="format">Its format, or null to guess by its content.</param>
    /// <param name="cancel">Stops between two items.</param>
    public static async IAsyncEnumerable<ReadItem> ReadAsync(Fetched fetched, ImportFormat? format, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        var guess = FormatGuesser.Guess(fetched.Body.Span[..Math.Min(fetched.Body.Length, FormatGuesser.HeadLength)]);
        var items = (format ?? guess.Format) switch
        {
            null => [new(null, new(fetched.Address, $"It is {guess.What}: nothing that can be read as cuttings."))],
            ImportFormat.Page or ImportFormat.SavedPage => Page(fetched),
            ImportFormat.Feed => FeedEntries.Read(fetched.Body, fetched.Address, fetched.ContentType, fetched.Address, fetched.At).Select(item => Led(fetched, item)),
            _ => (IEnumerable<ReadItem>?)null,
        };
        foreach (var item in items ?? [])
        {
            yield return item;
        }

        if (items is null)
        {
            using var body = new MemoryStream(fetched.Body.ToArray(), writable: false);
            await foreach (var item in Formats.ReadAsync(body, fetched.Address, format ?? guess.Format!.Value, null, cancel))
            {
                yield return item;
            }
        }
    }

    // A feed that is no more often leads to the site's first page.
    private static ReadItem Led(Fetched fetched, ReadItem item) =>
        item.Failed is { } failed && failed.Item == fetched.Address ? new(null, failed with { Why = LedTo.Why(fetched, failed.Why) }) : item;

    private static IEnumerable<ReadItem> Page(Fetched fetched)
    {
        var content = new PageReader().Read(fetched.Body, fetched.ContentType, fetched.Address);
        var digest = "sha-256:" + Convert.ToHexStringLower(SHA256.HashData(fetched.Body.Span));
        if (content.Articles.IsEmpty)
        {
            yield return new(null, new(fetched.Address, content.Why ?? "No article was found on the page."));
            foreach (var feed in content.Feeds)
            {
                yield return ReadItem.Noted(fetched.Address, $"It names the feed {feed.Address}.");
            }
        }

        for (var n = 0; n < content.Articles.Length; n++)
        {
            yield return new(ArticleCutting.Of(content.Articles[n], content.Articles.Length == 1 ? fetched.Address : $"{fetched.Address} post {n + 1}", "page", fetched.At, digest), null);
        }
    }
}
