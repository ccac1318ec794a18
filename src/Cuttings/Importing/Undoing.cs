using Cuttings.Archiving;

namespace Cuttings.Importing;

/// <summary>Takes one import back, cutting by cutting.</summary>
internal sealed class Undoing(IArchive archive, long import)
{
    private const int BatchSize = 500;

    public async Task<ImportReport> UndoAsync(IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var tally = new ImportTally();
        foreach (var numbers in (await NumbersAsync(cancel)).Chunk(BatchSize))
        {
            var batch = new ImportTally();
            await using var session = await archive.BeginAsync(cancel);
            foreach (var number in numbers)
            {
                batch.Read++;
                await TakeBackAsync(session, number, batch, cancel);
            }

            await session.CommitAsync(cancel);
            tally.Add(batch);
            progress?.Report(new(tally.Read));
        }

        // Where all of it was kept, nothing was undone.
        if (tally.Added + tally.Updated > 0)
        {
            await using var last = await archive.BeginAsync(cancel);
            await last.NoteUndoneAsync(import, cancel);
            await last.CommitAsync(cancel);
        }

        return tally.Report(import);
    }

    private async ValueTask<List<long>> NumbersAsync(CancellationToken cancel)
    {
        await using var session = await archive.BeginAsync(cancel);
        return [.. (await session.RevisionsOfImportAsync(import, cancel)).Select(revision => revision.Number).Distinct()];
    }

    private async ValueTask TakeBackAsync(IWriteSession session, long number, ImportTally batch, CancellationToken cancel)
    {
        var standing = Standing(await session.RevisionsOfAsync(number, cancel));
        var ours = standing.TakeWhile(revision => revision.Import == import).ToList();
        if (ours.Count == 0)
        {
            if (standing.Find(revision => revision.Import == import) is null)
            {
                batch.Unchanged++;
                return;
            }

            var kept = await session.FindAsync(number, cancel);
            batch.Conflict(Name(number, kept), kept?.Cutting.Id, standing[0].Import is { } later ? $"Import {later} changed it since; undo that one first." : "It was edited here since, and is kept.");
            return;
        }

        if (ours[^1].Kind == RevisionKind.Added)
        {
            await session.RemoveAsync(number, import, cancel);
            batch.Added++;
        }
        else if (await session.BeforeAsync(ours[^1].Sequence, cancel) is { } before)
        {
            await session.UpdateAsync(number, before, RevisionKind.Reverted, import, cancel);
            batch.Updated++;
        }
        else
        {
            batch.Fail(new(Name(number, await session.FindAsync(number, cancel)), "What it said before is not kept, so it stays as it is."));
        }
    }

    private static string Name(long number, StoredCutting? kept) => kept is null ? $"cutting {number}" : $"“{kept.Cutting.Headline.ReplaceLineEndings(" ")}” ({kept.Cutting.Slug})";

    /// <summary>The revisions whose change still stands, newest first: none after a removal; without those of imports taken back, and without merged names, which an undo need not mind.</summary>
    private static List<Revision> Standing(IReadOnlyList<Revision> revisions)
    {
        var undone = new HashSet<long?>();
        var standing = new List<Revision>();
        foreach (var revision in revisions)
        {
            if (revision.Kind == RevisionKind.Removed)
            {
                return [];
            }

            if (revision.Kind == RevisionKind.Reverted)
            {
                undone.Add(revision.Import);
            }
            else if (!(revision.Import is not null && undone.Contains(revision.Import)) && !(revision is { Kind: RevisionKind.Updated, Import: null }))
            {
                standing.Add(revision);
            }
        }

        return standing;
    }
}
