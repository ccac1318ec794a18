using Cuttings.Archiving;

namespace Cuttings.Importing;

/// <summary>
/// Takes cuttings in, batch by batch. Twice changes nothing; what differs is a conflict unless it may be updated; what was edited here is never overwritten.
/// Two pages that list the same cutting add their categories and fill what was missing.
/// </summary>
public sealed class Importer(IArchive archive, TimeProvider clock)
{
    // A batch of very long cuttings is committed early, so that memory stays bounded whatever comes.
    private const int HeaviestBatch = 8_000_000;

    /// <summary>Imports everything. <paramref name="progress"/> is told only after a batch has been committed, before the next one begins.</summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.Storage"/> or <see cref="ErrorKind.Unreachable"/>; the batches reported until then are kept.</exception>
    public async Task<ImportReport> ImportAsync(IAsyncEnumerable<ReadItem> items, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(options);
        await using var run = new ImportRun(archive, clock, options, await TermNames.LoadAsync(archive, cancel));
        var batch = new List<ReadItem>(options.BatchSize);
        var weight = 0L;
        await foreach (var item in items.WithCancellation(cancel))
        {
            batch.Add(item);
            weight += Weight(item);
            if (batch.Count >= options.BatchSize || weight >= HeaviestBatch)
            {
                await WriteAsync();
            }
        }

        if (batch.Count > 0)
        {
            await WriteAsync();
        }

        return run.Report();

        async ValueTask WriteAsync()
        {
            await run.WriteAsync(batch, cancel);
            if (!options.DryRun && run.Took)
            {
                progress?.Report(new(run.Read));
            }

            batch.Clear();
            weight = 0;
        }
    }

    /// <summary>Takes an import back: what it added goes, what it updated gets its former content; what was changed since is kept and named. Doing it again does nothing.</summary>
    /// <param name="import">Its number.</param>
    /// <param name="anyStatus">Also what was published, withdrawn or put elsewhere since, where nothing else of it was edited: what the import added goes, what it updated stays where it was put.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancel">Stops between batches.</param>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.NotFound"/> where there is no such import.</exception>
    public async Task<ImportReport> UndoAsync(long import, bool anyStatus = false, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        if (!(await archive.ImportsAsync(cancel)).Any(record => record.Import == import))
        {
            throw new CuttingsException(ErrorKind.NotFound, $"There is no import {import}.");
        }

        return await new Undoing(archive, import, anyStatus).UndoAsync(progress, cancel);
    }

    private static long Weight(ReadItem item)
    {
        if (item.Cutting is not { Cutting: var cutting })
        {
            return 0;
        }

        var weight = (long)cutting.Headline.Length;
        foreach (var block in cutting.Excerpt.Blocks)
        {
            weight += block.Html.Markup.Length;
        }

        return weight + cutting.Sources.Sum(source => source.Editions.Sum(edition => edition.Text.Sum(text => (long)text.Length)));
    }
}
