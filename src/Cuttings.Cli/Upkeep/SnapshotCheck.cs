using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Cuttings.Import.Timestamps;
using Cuttings.Import.WebArchives;
using Cuttings.Sources;

namespace Cuttings.Cli.Upkeep;

/// <summary>Verifies the kept copies: that their records can be read, and that the page in them has the digest that was noted when it was captured.</summary>
internal static class SnapshotCheck
{
    private const int BatchSize = 200;

    public static async IAsyncEnumerable<Archiving.Damage> CheckAsync(IKeptSources sources, IProgress<long> progress, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var seen = 0L;
        for (var page = await sources.SnapshotsAsync(0, BatchSize, cancel); page.Count > 0; page = await sources.SnapshotsAsync(page[^1].Id, BatchSize, cancel))
        {
            foreach (var snapshot in page)
            {
                if (await WhyAsync(sources, snapshot, cancel) is { } why)
                {
                    yield return new Archiving.Damage($"kept copy {snapshot.Id} of {snapshot.Address}", why);
                }

                progress.Report(++seen);
            }
        }
    }

    private static async ValueTask<string?> WhyAsync(IKeptSources sources, Snapshot snapshot, CancellationToken cancel)
    {
        try
        {
            return await sources.RecordsAsync(snapshot.Id, cancel) is not { } records ? "its records are missing"
                : await SnapshotOpener.OpenAsync(records, cancel) is not { } kept ? "its records are damaged"
                : "sha-256:" + Convert.ToHexStringLower(SHA256.HashData(kept.Body.Span)) != snapshot.Digest ? "its page is not what its digest was made of"
                : snapshot.Timestamp is { } token && TimestampTokens.Verify(token, Convert.FromHexString(snapshot.Digest["sha-256:".Length..])) is { Why: { } stamp } ? $"its time stamp does not hold: {stamp}"
                : null;
        }
        catch (CuttingsException error) when (error.Kind == ErrorKind.Storage)
        {
            return error.Message;
        }
    }
}
