using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Cuttings.Articles;
using Cuttings.Importing;
using Cuttings.Sources;

namespace Cuttings.Import.WebArchives;

/// <summary>Gathers what the captures of one address say: one cutting an article, made of its newest text, with an edition for each text.</summary>
internal sealed class ArticleGathering
{
    /// <summary>How many captures of one address, with different bytes, are compared.</summary>
    public const int MostCaptures = 500;

    /// <summary>How much text of one address is held, in characters.</summary>
    public const int MostText = 16_000_000;

    private readonly Dictionary<string, List<Reading>> articles = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, ulong> told = [];
    private long held;

    /// <summary>Whether no more can be held.</summary>
    public bool IsFull => held > MostText;

    public void Clear()
    {
        articles.Clear();
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

            var cutting = ArticleCutting.Of(newest.Article, newest.Item, "warc", newest.Captured, newest.Digest);
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

        var text = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(reading.Article.Title + "\0" + string.Join('\n', reading.Text))));
        return !told.TryAdd(Capture.HashOf(address), text) && told[Capture.HashOf(address)] == text;
    }

    private sealed record Reading(Article Article, ImmutableArray<string> Text, DateTimeOffset? Captured, string Digest, string Item);
}
