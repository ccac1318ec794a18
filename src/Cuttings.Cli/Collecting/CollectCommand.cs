using System.CommandLine;
using Cuttings.Cli.Reporting;
using Cuttings.Collecting;

namespace Cuttings.Cli.Collecting;

/// <summary>`collect`.</summary>
internal sealed class CollectCommand : CuttingsCommand
{
    private readonly Option<bool> once = new("--once") { Description = "Collect what is due now, and end." };
    private readonly Option<bool> quiet = new("--quiet") { Description = "Tell only what was kept and what failed." };
    private readonly JsonOption json = new();

    public CollectCommand()
        : base(
            "collect",
            "Collects what is due: the feeds that the desk follows, the pages of their entries, and the sources of published cuttings; goes on until stopped.",
            "cuttings collect --once",
            "cuttings collect --quiet")
    {
        Add(once);
        Add(quiet);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await using var room = await CollectingRoom.OpenAsync(archive, cancel);
        var lines = new EventLines(parsed.GetValue(json), parsed.GetValue(quiet));
        if (!parsed.GetValue(once))
        {
            await using var rounds = await CollectingRounds.StartAsync(room, serves: false, lines, Console.Error.WriteLine, cancel);
            await Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return 0;
        }

        var report = await room.Collector.CollectAsync(lines, cancel);
        if (parsed.GetValue(json))
        {
            Json.Write(report);
        }
        else
        {
            Console.Out.WriteLine(EventLines.Summary(report));
        }

        return report.FailedFeeds + report.FailedSources == 0 ? 0 : 1;
    }
}
