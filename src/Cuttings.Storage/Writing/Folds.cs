using Cuttings.Archiving;
using Cuttings.Listing;

namespace Cuttings.Storage.Writing;

/// <summary>
/// Keeps, within a write session, under which cutting a list shows the copies of a story: the first of the story that stands in that list leads there.
/// Only cuttings of one source are folded: what was put together from several is no copy.
/// </summary>
internal sealed class Folds(Statements statements)
{
    private const string Alone = "(SELECT count(*) FROM cited a WHERE a.number = k.number) = 1";

    private const string Others = "SELECT o.number FROM cited k JOIN sources s ON s.id = k.source JOIN sources t ON t.story = s.story JOIN cited o ON o.source = t.id WHERE k.number = @p0 AND s.story IS NOT NULL";

    private const string Story = $"SELECT t.id, k.number FROM sources t JOIN cited k ON k.source = t.id JOIN cuttings c ON c.number = k.number WHERE t.story = (SELECT s.story FROM cited m JOIN sources s ON s.id = m.source WHERE m.number = @p0 ORDER BY s.id LIMIT 1) AND c.status = @p1 AND {Alone} ORDER BY t.place, k.number";

    private readonly HashSet<long> touched = [];
    private bool? any;

    /// <summary>Notes that a cutting was written, or its story told anew.</summary>
    public void Touch(long number)
    {
        any = true;
        touched.Add(number);
    }

    /// <summary>The same, with those of its story; costs nothing while the archive has no story.</summary>
    public async ValueTask TouchAsync(long number, CancellationToken cancel)
    {
        any ??= await statements.NumberAsync(cancel, "SELECT 1 FROM sources WHERE story IS NOT NULL LIMIT 1") is not null;
        if (any.Value)
        {
            touched.Add(number);
            touched.UnionWith(await statements.RowsAsync(cancel, row => row.GetInt64(0), Others, number));
        }
    }

    /// <summary>Writes them; before the commit. Returns whether anything that readers see has changed.</summary>
    /// <param name="find">Finds a cutting, of any status.</param>
    /// <param name="places">The lists in which a published cutting stands.</param>
    /// <param name="lists">The lists.</param>
    /// <param name="cancel">Stops it.</param>
    public async ValueTask<bool> FlushAsync(Func<long, ValueTask<StoredCutting?>> find, Func<StoredCutting, IEnumerable<(ListKind Kind, string Key)>> places, Lists lists, CancellationToken cancel)
    {
        var changed = false;
        while (touched.Count > 0)
        {
            var number = touched.First();
            var story = await statements.RowsAsync(cancel, row => (Source: row.GetInt64(0), Number: row.GetInt64(1)), Story, number, (long)CuttingStatus.Published);
            if (!story.Exists(member => member.Number == number))
            {
                // It stands alone, or is not public: what it led is another's now.
                changed |= await FoldAsync([(0, number)], find, places, lists, cancel);
            }

            changed |= await FoldAsync(story, find, places, lists, cancel);
            touched.Remove(number);
            touched.ExceptWith(story.Select(member => member.Number));
        }

        return changed;
    }

    private static async ValueTask<bool> FoldAsync(List<(long Source, long Number)> story, Func<long, ValueTask<StoredCutting?>> find, Func<StoredCutting, IEnumerable<(ListKind Kind, string Key)>> places, Lists lists, CancellationToken cancel)
    {
        var changed = false;
        var members = new List<(long Source, StoredCutting Cutting, HashSet<(ListKind, string)> Places)>();
        foreach (var (source, number) in story)
        {
            if (await find(number) is { Cutting.Status: CuttingStatus.Published } cutting)
            {
                members.Add((source, cutting, [.. places(cutting)]));
            }
        }

        foreach (var (source, cutting, own) in members)
        {
            foreach (var list in own)
            {
                // Two cuttings from one source are no copies of each other: each stands for itself.
                var here = members.FindAll(member => member.Places.Contains(list));
                var lead = here[0];
                var leads = source == lead.Source;
                var under = !leads ? lead.Cutting.Number : cutting.Number == lead.Cutting.Number && here.Exists(member => member.Source != source) ? cutting.Number : (long?)null;
                changed |= await lists.FoldAsync(list, Places.Sort(cutting.Cutting.Posted), cutting.Number, under, cancel);
            }
        }

        return changed;
    }
}
