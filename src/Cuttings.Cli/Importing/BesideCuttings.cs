using System.Runtime.CompilerServices;
using Cuttings.Importing;
using Cuttings.Subscriptions;

namespace Cuttings.Cli.Importing;

/// <summary>What files bring besides cuttings: feeds to follow, and notes about what has no place in an archive of cuttings.</summary>
internal sealed class BesideCuttings
{
    public List<Subscription> Followed { get; } = [];

    public List<FileNote> Notes { get; } = [];

    /// <summary>How many whole articles came in as drafts.</summary>
    public int Drafts { get; private set; }

    /// <summary>The cuttings and failures among the items; the rest is kept here.</summary>
    /// <param name="items">What was read.</param>
    /// <param name="status">Where every cutting is to stand, or null to leave it as it came.</param>
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
                var placed = status is { } wanted ? incoming with { Cutting = incoming.Cutting with { Status = wanted } } : incoming;
                Drafts += placed.Cutting.Status == CuttingStatus.Draft ? 1 : 0;
                yield return new(placed, null);
            }
            else
            {
                yield return item;
            }
        }
    }
}
