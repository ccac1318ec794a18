using System.Runtime.CompilerServices;
using Cuttings.Importing;
using Cuttings.Subscriptions;

namespace Cuttings.Cli.Importing;

/// <summary>What files bring besides cuttings: feeds to follow, and notes about what has no place in an archive of cuttings.</summary>
internal sealed class BesideCuttings
{
    public List<Subscription> Followed { get; } = [];

    public List<FileNote> Notes { get; } = [];

    /// <summary>How many whole articles of others came in as drafts.</summary>
    public int Articles { get; private set; }

    /// <summary>How many came in that are not public where they come from either.</summary>
    public int Drafts { get; private set; }

    /// <summary>How many were to appear later.</summary>
    public int Scheduled { get; private set; }

    // Their text came in whole, so that they are drafts here, whatever they were there.
    private static bool IsOthers(Incoming incoming) => incoming.Origin.Split(' ')[0] is "page" or "feed" or "warc";

    /// <summary>The cuttings and failures among the items; the rest is kept here.</summary>
    /// <param name="items">What was read.</param>
    /// <param name="status">Where every cutting is to stand, or null to leave it as it came. What was no public post where it comes from (a draft, a private one, one with a password) is never made public by it.</param>
    /// <param name="cancel">Stops between two items.</param>
    public async IAsyncEnumerable<ReadItem> SortAsync(IAsyncEnumerable<ReadItem> items, CuttingStatus? status, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var item in items.WithCancellation(cancel))
        {
            if (item.Note is { } note)
            {
                Notes.Add(note);
            }
            else if (item.Followed is { } feed)
            {
                Followed.Add(feed);
            }
            else if (item.Cutting is { } incoming)
            {
                var isOthers = IsOthers(incoming);
                var placed = status is { } wanted && (wanted != CuttingStatus.Published || isOthers) ? incoming with { Cutting = incoming.Cutting with { Status = wanted } } : incoming;
                Articles += isOthers && placed.Cutting.Status == CuttingStatus.Draft ? 1 : 0;
                Drafts += !isOthers && placed.Cutting.Status is CuttingStatus.Draft or CuttingStatus.Review ? 1 : 0;
                Scheduled += placed.Cutting.Status == CuttingStatus.Scheduled ? 1 : 0;
                yield return new(placed, null);
            }
            else
            {
                yield return item;
            }
        }
    }
}
