using Cuttings.Archiving;
using Cuttings.Import.WebArchives;
using Cuttings.Sources;

namespace Cuttings.Cli.Exporting;

/// <summary>Writes the kept copies as a web archive: their records as they were captured, and, in a WACZ, an index and the list of pages.</summary>
internal static class CaptureExport
{
    private const int BatchSize = 200;
    private const string Software = "Cuttings/0.1";

    /// <summary>Writes one WARC file (gzip, a member a record). How many captures.</summary>
    public static async Task<long> WarcAsync(IArchive archive, Stream output, IProgress<long> progress, CancellationToken cancel)
    {
        await output.WriteAsync(new CaptureWriter(Software).Head("cuttings.warc.gz"), cancel);
        var count = 0L;
        await foreach (var (_, _, records) in CapturesAsync(archive.Sources, cancel))
        {
            await output.WriteAsync(records, cancel);
            progress.Report(++count);
        }

        return count;
    }

    /// <summary>Writes a WACZ, which ReplayWeb.page opens. How many captures.</summary>
    public static async Task<long> WaczAsync(IArchive archive, Stream output, IProgress<long> progress, CancellationToken cancel)
    {
        var settings = await archive.SettingsAsync(cancel);
        await using var wacz = new WaczWriter(output, new(settings.Title, Software, Wiring.Clock.GetUtcNow()));
        var count = 0L;
        await foreach (var (snapshot, edition, records) in CapturesAsync(archive.Sources, cancel))
        {
            await wacz.AddAsync(records, cancel);
            await wacz.AddPageAsync(new(snapshot.Address, snapshot.Captured, edition.Title, edition.Text.ToText()), cancel);
            progress.Report(++count);
        }

        await wacz.FinishAsync(cancel);
        return count;
    }

    private static async IAsyncEnumerable<(Snapshot Snapshot, KeptEdition Edition, ReadOnlyMemory<byte> Records)> CapturesAsync(IKeptSources sources, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (var page = await sources.ListAsync(all: true, 0, BatchSize, cancel); page.Count > 0; page = await sources.ListAsync(all: true, page[^1].Id, BatchSize, cancel))
        {
            foreach (var source in page.Where(source => source.Editions > 0))
            {
                foreach (var edition in await sources.EditionsAsync(source.Id, cancel))
                {
                    if (edition.Snapshot is { } id && await sources.SnapshotAsync(id, cancel) is { } snapshot && await sources.RecordsAsync(id, cancel) is { } records)
                    {
                        yield return (snapshot, edition, records);
                    }
                }
            }
        }
    }
}
