using System.Security.Cryptography;
using System.Text;
using Cuttings.Archiving;
using Cuttings.Duplicates;
using Cuttings.Sources;
using Cuttings.Subscriptions;

namespace Cuttings.Collecting;

/// <summary>Puts a feed's entries that were not met before into the intake.</summary>
internal static class FeedEntries
{
    /// <summary>Returns how many were new.</summary>
    public static async ValueTask<int> TakeAsync(IWriteSession session, Subscription subscription, FeedDocument feed, DateTimeOffset now, CancellationToken cancel)
    {
        var entries = feed.Items.Select(item => (Item: item, Mark: Mark(item))).DistinctBy(entry => entry.Mark, StringComparer.Ordinal).ToList();
        var unseen = await session.Sources.SeeAsync(subscription.Id, [.. entries.Select(entry => entry.Mark)], now, cancel);
        var fresh = 0;
        foreach (var (item, mark) in entries)
        {
            if (!unseen.Contains(mark) || (item.Address ?? item.External ?? item.Comments) is not { } address || CanonicalAddress.Of(address) is not { } key)
            {
                continue;
            }

            var (source, isNew) = await session.Sources.KeepAsync(
                new()
                {
                    Key = key,
                    Address = address,
                    Title = item.Title,
                    Outlet = item.SourceTitle ?? feed.Title,
                    Byline = item.Writers.IsEmpty ? null : string.Join(", ", item.Writers),
                    Published = item.Published ?? item.Updated,
                    Language = item.Language ?? feed.Language,
                    Found = now,
                    Intake = IntakeState.New,
                    Subscription = subscription.Id,
                    Next = now,
                },
                cancel);
            fresh += isNew ? 1 : 0;
            // What a cutting cites already is no news for the intake; what lay there from another feed is there once.
            if (isNew && item.Content is { Blocks.IsEmpty: false } content)
            {
                await session.Sources.AddEditionAsync(new() { Source = source.Id, Captured = now, Title = item.Title, Byline = source.Byline, Published = source.Published, Text = content }, cancel);
            }
        }

        return fresh;
    }

    private static string Mark(FeedItem item) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Id ?? item.Address ?? $"{item.Title}\n{item.Published?.Text}\n{item.Content?.ToText() ?? item.Summary?.ToText()}")).AsSpan(0, 16));
}
