using Cuttings.Archiving;
using Cuttings.Exchange;

namespace Cuttings.Importing;

/// <summary>Takes one import back, cutting by cutting.</summary>
/// <param name="archive">The archive.</param>
/// <param name="import">The import's number.</param>
/// <param name="anyStatus">Also what was published, withdrawn or put elsewhere since, where nothing else of it was edited.</param>
internal sealed class Undoing(IArchive archive, long import, bool anyStatus)
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

        await using var last = await archive.BeginAsync(cancel);
        tally.Ended = await last.Sources.UnsubscribeImportAsync(import, cancel);
        // Where all of it was kept, nothing was undone.
        if (tally.Added + tally.Updated + tally.Ended > 0)
        {
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
        var revisions = await session.RevisionsOfAsync(number, cancel);
        var standing = Standing(revisions);
        var since = standing.TakeWhile(revision => revision.Import != import).ToList();
        var ours = standing.Skip(since.Count).TakeWhile(revision => revision.Import == import).ToList();
        if (ours.Count == 0)
        {
            batch.Unchanged++;
            return;
        }

        var kept = since.Count > 0 ? await session.FindAsync(number, cancel) : null;
        var decided = kept is not null && await AreDecisionsAsync(session, revisions, since, kept.Cutting, cancel);
        if (since.Count > 0 && !(decided && anyStatus))
        {
            batch.Decided += decided ? 1 : 0;
            batch.Conflict(Name(number, kept), kept?.Cutting.Id, decided ? $"It was {Verb(kept!.Cutting.Status)} here since, and is kept." : since[0].Import is { } later ? $"Import {later} changed it since; undo that one first." : "It was edited here since, and is kept.");
            return;
        }

        if (ours[^1].Kind == RevisionKind.Added)
        {
            await session.RemoveAsync(number, import, cancel);
            batch.Added++;
        }
        else if (await session.BeforeAsync(ours[^1].Sequence, cancel) is { } before)
        {
            // What it says goes back; where it stands was decided here.
            await session.UpdateAsync(number, kept is null ? before : before with { Status = kept.Cutting.Status }, RevisionKind.Reverted, import, cancel);
            batch.Updated++;
        }
        else
        {
            batch.Fail(new(Name(number, await session.FindAsync(number, cancel)), "What it said before is not kept, so it stays as it is."));
        }
    }

    /// <summary>Whether these revisions, the first of a cutting's, changed nothing but where it stands.</summary>
    private static async ValueTask<bool> AreDecisionsAsync(IWriteSession session, IReadOnlyList<Revision> revisions, List<Revision> since, Cutting now, CancellationToken cancel)
    {
        // A kept copy of its source may have been added in between: each edit is judged by what it superseded and by what superseded it.
        var after = now;
        foreach (var revision in revisions.TakeWhile(revision => revision.Sequence >= since[^1].Sequence))
        {
            if (await session.BeforeAsync(revision.Sequence, cancel) is not { } before)
            {
                continue;
            }

            if (since.Contains(revision) && (revision.Kind != RevisionKind.Edited || !IsSame(session.Canonical(before), session.Canonical(after))))
            {
                return false;
            }

            after = before;
        }

        return since.TrueForAll(revision => revision is { Kind: RevisionKind.Edited, Import: null });
    }

    private static bool IsSame(Cutting one, Cutting other) => ExchangeWriter.Write(one with { Status = other.Status }) == ExchangeWriter.Write(other);

    private static string Verb(CuttingStatus status) => status switch
    {
        CuttingStatus.Published => "published",
        CuttingStatus.Withdrawn => "withdrawn",
        _ => $"made “{status.ToString().ToLowerInvariant()}”",
    };

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
