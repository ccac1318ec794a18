namespace Cuttings.Collecting;

/// <summary>Counts what a round of collecting comes to, and passes it on, one event at a time.</summary>
internal sealed class CollectTally(IProgress<CollectEvent>? progress)
{
    private readonly Lock guard = new();
    private CollectReport report = new();

    public void Tell(CollectEvent told)
    {
        lock (guard)
        {
            report = told.Kind switch
            {
                CollectEventKind.Read => report with { Feeds = report.Feeds + 1, Entries = report.Entries + told.Entries },
                CollectEventKind.FeedFailed => report with { Feeds = report.Feeds + 1, FailedFeeds = report.FailedFeeds + 1 },
                CollectEventKind.Kept when told.Edition == 1 => report with { Sources = report.Sources + 1, First = report.First + 1 },
                CollectEventKind.Kept => report with { Sources = report.Sources + 1, Changed = report.Changed + 1 },
                CollectEventKind.SourceFailed => report with { Sources = report.Sources + 1, FailedSources = report.FailedSources + 1 },
                _ => report with { Sources = report.Sources + 1 },
            };
            progress?.Report(told);
        }
    }

    public CollectReport Report()
    {
        lock (guard)
        {
            return report;
        }
    }
}
