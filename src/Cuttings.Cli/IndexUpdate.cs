using Cuttings.Archiving;
using Cuttings.Cli.Reporting;

namespace Cuttings.Cli;

/// <summary>Brings the index up to what was just written, so that it is found at once.</summary>
internal static class IndexUpdate
{
    public static async Task RunAsync(IArchive archive, CancellationToken cancel)
    {
        await using var search = await Wiring.SearchAsync(archive, cancel);
        await LongWork.CountAsync("indexed", async progress =>
        {
            await search.CatchUpAsync(progress, cancel);
            return 0;
        });
    }
}
