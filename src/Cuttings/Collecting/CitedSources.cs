using Cuttings.Archiving;
using Cuttings.Duplicates;
using Cuttings.Sources;

namespace Cuttings.Collecting;

/// <summary>Follows the cuttings, revision by revision, and notes which sources each cites, whatever its status, and gives it the editions that are kept of them; what a published one cites is watched.</summary>
public static class CitedSources
{
    private const int BatchSize = 500;

    // Each is collated anew, and nobody else can write meanwhile.
    private const int MostGiven = 50;

    /// <summary>Goes on from where it stopped. Returns how many sources are watched anew.</summary>
    public static async Task<int> FollowAsync(IArchive archive, TimeProvider clock, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(clock);
        var fresh = 0;
        for (var through = await archive.Sources.CitedThroughAsync(cancel); ;)
        {
            var changes = await archive.DeskChangesAsync(through, BatchSize, cancel);
            if (changes.Count == 0)
            {
                return fresh;
            }

            for (var next = 0; next < changes.Count;)
            {
                (next, var added) = await NoteAsync(archive, changes, next, clock.GetUtcNow(), cancel);
                fresh += added;
            }

            through = changes[^1].Sequence;
        }
    }

    /// <summary>Goes on in one transaction; returns where to go on in the next, and how many sources are watched anew.</summary>
    private static async Task<(int Next, int Fresh)> NoteAsync(IArchive archive, IReadOnlyList<Change> changes, int next, DateTimeOffset now, CancellationToken cancel)
    {
        await using var session = await archive.BeginAsync(cancel);
        var (fresh, given, shown) = (0, 0, false);
        for (; next < changes.Count && given < MostGiven; next++)
        {
            if (changes[next].Number > 0)
            {
                var (added, hasCopies, wasGiven) = await NoteAsync(session, changes[next], now, cancel);
                fresh += added;
                given += wasGiven ? 1 : 0;
                shown |= hasCopies;
            }
        }

        // A cutting's page may have been made before it was known that a copy of its source is kept.
        if (shown)
        {
            await session.Sources.NoteChangeAsync(cancel);
        }

        await session.Sources.SetCitedThroughAsync(changes[next - 1].Sequence, cancel);
        await session.CommitAsync(cancel);
        return (next, fresh);
    }

    private static async ValueTask<(int Fresh, bool HasCopies, bool WasGiven)> NoteAsync(IWriteSession session, Change change, DateTimeOffset now, CancellationToken cancel)
    {
        var writer = session.Sources;
        var (ids, fresh, copies) = (new List<long>(), 0, false);
        var given = new List<GivenEditions>();
        var isPublic = change.Cutting?.Cutting.Status == CuttingStatus.Published;
        var before = await writer.CitedByAsync(change.Number, cancel);
        foreach (var cited in change.Cutting?.Cutting.Sources ?? [])
        {
            if (cited.Url is not { } address || CanonicalAddress.Of(address) is not { } key)
            {
                continue;
            }

            var (source, isNew) = await writer.KeepAsync(
                new() { Key = key, Address = address, Title = cited.Title, Outlet = cited.Outlet, Byline = cited.Byline, Published = cited.Published, Found = now, Next = isPublic ? now : null }, cancel);
            if (source.Editions > 0 && !ids.Contains(source.Id))
            {
                given.Add(await GivenEditions.OfAsync(session, source, cancel));
            }

            ids.Add(source.Id);
            if (!before.Contains(source.Id) && source.Editions == 0 && CitedText.Of(cited) is not null)
            {
                await session.Stories.AwaitAsync(source.Id, cancel);
            }

            if (!isPublic)
            {
                continue;
            }

            fresh += isNew ? 1 : 0;
            copies |= source.Editions > 0 && !before.Contains(source.Id);
            if (source.Next is null)
            {
                await writer.UpdateAsync(source with { Next = now }, cancel);
            }
        }

        await writer.CiteAsync(change.Number, ids, cancel);
        return (fresh, copies, await GivenEditions.GiveAsync(session, change.Number, given, cancel));
    }
}
