using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Cuttings.Articles;
using Cuttings.Import.Feeds;
using Cuttings.Importing;
using Cuttings.Sources;
using Cuttings.Subscriptions;

namespace Cuttings.Import.WebArchives;

/// <summary>Gathers what the captures of one address say: one cutting an article, made of its newest text, with an edition for each text.</summary>
internal sealed class ArticleGathering
{
    /// <summary>How many captures of one address, with different bytes, are compared.</summary>
    public const int MostCaptures = 500;

    /// <summary>How much text of one address is held, in characters.</summary>
    public const int MostText = 16_000_000;

    private readonly Dictionary<string, List<Reading>> articles = new(StringComparer.Ordinal);
    // What a reading takes beside its text, in characters.
    private const int Overhead = 200;

    private readonly Dictionary<ulong, ulong> told = [];
    private readonly Dictionary<string, ulong> latest = new(StringComparer.Ordinal);
    private long held;

    /// <summary>Whether no more can be held.</summary>
    public bool IsFull => held > MostText;

    public void Clear()
    {
        articles.Clear();
        latest.Clear();
        held = 0;
    }

    public void Add(CapturedPage page, ImmutableArray<Article> found, string item)
    {
        foreach (var article in found)
        {
            var key = article.Id ?? article.Address ?? article.Title;
            if (!articles.TryGetValue(key, out var readings))
            {
                articles[key] = readings = [];
            }

            var text = ArticleCutting.Paragraphs(article);
            held += text.Sum(paragraph => (long)paragraph.Length);
            readings.Add(new(page.IsWhole ? article : article with { Truncated = true }, text, page.Captured, page.Digest, item));
        }
    }

    /// <summary>Adds a feed's entries. What says the same in the capture before is not held again: most of a feed does.</summary>
    /// <param name="page">The capture.</param>
    /// <param name="feed">What was read from it.</param>
    /// <param name="item">How reports name it.</param>
    /// <param name="isKnown">Whether an entry's page has been read.</param>
    public void Add(CapturedPage page, FeedDocument feed, string item, Func<Article, bool> isKnown)
    {
        for (var n = 0; n < feed.Items.Length; n++)
        {
            if (FeedArticles.Of(feed, feed.Items[n]) is not { } article || isKnown(article))
            {
                continue;
            }

            var (key, text) = (article.Id ?? article.Address ?? article.Title, ArticleCutting.Paragraphs(article));
            var hash = HashOf(article, text);
            if (!articles.TryGetValue(key, out var readings))
            {
                articles[key] = readings = [];
            }

            if (readings.Count < MostCaptures && latest.GetValueOrDefault(key) != hash)
            {
                latest[key] = hash;
                held += text.Sum(paragraph => (long)paragraph.Length) + Overhead;
                readings.Add(new(page.IsWhole ? article : article with { Truncated = true }, text, page.Captured, null, $"{item} entry {n + 1}") { Entry = feed.Items[n] });
            }
        }
    }

    public IEnumerable<Incoming> Cuttings(Counts counts)
    {
        foreach (var readings in articles.Values)
        {
            var inTime = readings.OrderBy(reading => reading.Captured ?? DateTimeOffset.MinValue).ToList();
            var newest = inTime[^1];
            if (IsTold(newest))
            {
                counts.Copies++;
                continue;
            }

            var cutting = newest.Entry is { } entry
                ? FeedEntries.Of(newest.Article, entry, newest.Item, newest.Captured)
                : ArticleCutting.Of(newest.Article, newest.Item, "warc", newest.Captured, newest.Digest);
            if (cutting.Cutting.Sources is [var source] && newest.Article.Kind == ArticleKind.Article)
            {
                var editions = Editions(inTime, counts);
                cutting = cutting with { Cutting = cutting.Cutting with { Sources = [source with { Editions = editions }] } };
            }

            yield return cutting;
        }
    }

    private static ImmutableArray<Edition> Editions(List<Reading> inTime, Counts counts)
    {
        var editions = new List<Edition>();
        foreach (var reading in inTime)
        {
            if (editions.Exists(edition => edition.Text.SequenceEqual(reading.Text)))
            {
                counts.Again++;
                continue;
            }

            editions.Add(new() { Captured = reading.Captured, Digest = reading.Digest, Text = reading.Text, Truncated = reading.Article.Truncated });
        }

        return [.. editions];
    }

    // The same article at several addresses (http and https, with and without a campaign's parameters) names one address of its own.
    private bool IsTold(Reading reading)
    {
        if (reading.Article.Address is not { } address || told.Count >= CaptureReading.Window)
        {
            return false;
        }

        var text = HashOf(reading.Article, reading.Text);
        return !told.TryAdd(Capture.HashOf(address), text) && told[Capture.HashOf(address)] == text;
    }

    private static ulong HashOf(Article article, ImmutableArray<string> text) =>
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(article.Title + "\0" + string.Join('\n', text))));

    private sealed record Reading(Article Article, ImmutableArray<string> Text, DateTimeOffset? Captured, string? Digest, string Item)
    {
        /// <summary>The entry of a feed that it was read from; null of a page.</summary>
        public FeedItem? Entry { get; init; }
    }
}
