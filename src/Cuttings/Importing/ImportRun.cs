using Cuttings.Archiving;

namespace Cuttings.Importing;

/// <summary>One import while it runs: batch after batch, each in a transaction of its own. A dry run does the same in one transaction that is never committed.</summary>
internal sealed class ImportRun(IArchive archive, TimeProvider clock, ImportOptions options, TermNames names) : IAsyncDisposable
{
    private readonly Merging merging = new(names);
    private readonly Recognizing recognizing = new();
    private readonly ImportTally tally = new();
    private IWriteSession? dry;
    private long? import;

    public long Read => tally.Read;

    /// <summary>False while every item has failed: then there is nothing to acknowledge.</summary>
    public bool Took => tally.Read > tally.FailedCount;

    public ImportReport Report() => tally.Report(options.DryRun ? null : import);

    public async ValueTask WriteAsync(IReadOnlyList<ReadItem> batch, CancellationToken cancel)
    {
        try
        {
            await WriteTogetherAsync(batch, cancel);
        }
        catch (CuttingsException e) when (IsOfOneItem(e))
        {
            foreach (var item in batch)
            {
                await WriteAloneAsync(item, cancel);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (dry is not null)
        {
            await dry.DisposeAsync();
        }
    }

    private async ValueTask WriteAloneAsync(ReadItem item, CancellationToken cancel)
    {
        try
        {
            await WriteTogetherAsync([item], cancel);
        }
        catch (CuttingsException e) when (IsOfOneItem(e) && item.Cutting is { } incoming)
        {
            tally.Read++;
            tally.Fail(new(incoming.Item, e.Message));
        }
    }

    private async ValueTask WriteTogetherAsync(IReadOnlyList<ReadItem> items, CancellationToken cancel)
    {
        var batch = new ImportTally();
        var before = import;
        var session = dry ?? await archive.BeginAsync(cancel);
        try
        {
            dry = options.DryRun ? session : null;
            foreach (var item in items)
            {
                await TakeAsync(session, item, batch, cancel);
            }

            if (!options.DryRun)
            {
                await session.CommitAsync(cancel);
                await session.DisposeAsync();
            }
        }
        catch
        {
            (import, dry) = (before, null);
            await session.DisposeAsync();
            throw;
        }

        recognizing.Keep(batch);
        tally.Add(batch);
    }

    private async ValueTask TakeAsync(IWriteSession session, ReadItem item, ImportTally batch, CancellationToken cancel)
    {
        batch.Read++;
        if (item.Failed is { } failed)
        {
            batch.Fail(failed);
        }
        else if (item.Cutting is { } incoming)
        {
            incoming = incoming with { Cutting = Filed(incoming.Cutting) };
            foreach (var (kind, name, slug) in incoming.TermSlugs)
            {
                await session.SuggestSlugAsync(kind, name, slug, cancel);
            }

            var (kept, by, known) = await recognizing.FindAsync(session, incoming, batch, cancel);
            var number = kept is null ? await AddAsync(session, incoming, batch, cancel) : await MeetAsync(session, kept, by, incoming, batch, cancel);
            foreach (var (kind, name, foreignId) in incoming.TermIds)
            {
                await session.ClaimTermAsync(kind, name, incoming.Origin, foreignId, cancel);
            }

            if (incoming.ForeignId is { } id)
            {
                batch.Claim(number);
                if (!known)
                {
                    await session.ClaimAsync(incoming.Origin, id, number, cancel);
                }
            }

            if (incoming.Article is { } article)
            {
                await session.ClaimAsync(Incoming.Articles, article, number, cancel);
            }
        }
    }

    private Cutting Filed(Cutting cutting) => options.Category is { Length: > 0 } category && !cutting.Categories.Contains(category, StringComparer.Ordinal)
        ? cutting with { Categories = cutting.Categories.Add(category) }
        : cutting;

    private async ValueTask<long> AddAsync(IWriteSession session, Incoming incoming, ImportTally batch, CancellationToken cancel)
    {
        var stored = await session.AddAsync(incoming.Cutting, await OpenAsync(session, incoming, cancel), cancel);
        batch.Added++;
        return stored.Number;
    }

    private async ValueTask<long> MeetAsync(IWriteSession session, StoredCutting kept, Recognition by, Incoming incoming, ImportTally batch, CancellationToken cancel)
    {
        var merged = merging.Merge(kept.Cutting, incoming.Cutting, by);
        if (merged.IsSame)
        {
            batch.Unchanged++;
        }
        else if (await EditedAsync(session, kept.Number, cancel) is { } edited)
        {
            if (edited.Before is { } before && merging.Merge(before, incoming.Cutting, by).IsSame)
            {
                batch.Unchanged++;
            }
            else
            {
                batch.Conflict(incoming.Item, kept.Cutting.Id, kept.Cutting.Status == CuttingStatus.Withdrawn ? "It was withdrawn here and stays so." : "It was edited here and stays as it is.");
            }
        }
        else if (merged.Differing.Count > 0 && !options.Update)
        {
            batch.Conflict(incoming.Item, kept.Cutting.Id, $"Here it has another {string.Join(", ", merged.Differing)}; --update would take this one.");
        }
        else
        {
            await session.UpdateAsync(kept.Number, merged.Cutting, RevisionKind.Updated, await OpenAsync(session, incoming, cancel), cancel);
            batch.Updated++;
        }

        return kept.Number;
    }

    /// <summary>Whether it was made or edited here since an import last wrote it, and if edited, its content before that.</summary>
    private static async ValueTask<(bool Here, Cutting? Before)?> EditedAsync(IWriteSession session, long number, CancellationToken cancel)
    {
        var revisions = await session.RevisionsOfAsync(number, cancel);
        var since = revisions.TakeWhile(revision => revision.Import is null).ToList();
        if (since.FindLast(revision => revision.Kind == RevisionKind.Edited) is { } first)
        {
            return (true, await session.BeforeAsync(first.Sequence, cancel));
        }

        return since.Count == revisions.Count ? (true, null) : null;
    }

    private async ValueTask<long> OpenAsync(IWriteSession session, Incoming incoming, CancellationToken cancel) =>
        import ??= await session.OpenImportAsync(options.Origin ?? incoming.Origin, clock.GetUtcNow(), cancel);

    private static bool IsOfOneItem(CuttingsException e) => e.Kind is not (ErrorKind.Storage or ErrorKind.Unreachable);
}
