using Cuttings.Cli.Reporting;
using Cuttings.Collecting;

namespace Cuttings.Cli.Collecting;

/// <summary>What collecting does, a line an event, once it has been committed: what failed on standard error.</summary>
internal sealed class EventLines(bool json, bool quiet) : IProgress<CollectEvent>
{
    public void Report(CollectEvent value)
    {
        var failed = value.Kind is CollectEventKind.FeedFailed or CollectEventKind.SourceFailed;
        if (quiet && !failed && value.Kind != CollectEventKind.Kept && value.Entries == 0)
        {
            return;
        }

        var output = failed || json ? Console.Error : Console.Out;
        output.WriteLine($"{value.Address}: {value.Text}".ReplaceLineEndings(" "));
    }

    public static string Summary(CollectReport report) =>
        $"{report.Feeds} feeds read ({report.FailedFeeds} failed), {report.Entries} new entries; {report.Sources} sources looked at ({report.FailedSources} failed), {report.First} first editions and {report.Changed} changed ones kept";
}
