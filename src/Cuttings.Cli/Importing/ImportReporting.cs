using Cuttings.Cli.Reporting;
using Cuttings.Importing;

namespace Cuttings.Cli.Importing;

/// <summary>What an import did: on standard output; each item that did not go in on standard error.</summary>
internal static class ImportReporting
{
    /// <param name="report">What became of the cuttings.</param>
    /// <param name="beside">What came besides.</param>
    /// <param name="followed">How many feeds are followed anew.</param>
    /// <param name="json">As JSON.</param>
    /// <param name="dryRun">Nothing was written.</param>
    public static void Write(ImportReport report, BesideCuttings beside, int followed, bool json, bool dryRun)
    {
        WriteLeft(report);
        foreach (var note in beside.Notes)
        {
            Console.Error.WriteLine($"{note.Item}: {note.Text}");
        }

        if (json)
        {
            Json.Write(new { report.Import, report.Read, report.Added, report.Updated, report.Unchanged, report.Conflicts, report.Failed, Notes = beside.Notes.Select(note => $"{note.Item}: {note.Text}"), Followed = followed });
            return;
        }

        var counts = $"{report.Read} read, {report.Added} added, {report.Updated} updated, {report.Unchanged} unchanged, {report.Conflicts.Count} conflicts, {report.Failed.Count} failed";
        if (beside.Articles > 0)
        {
            Console.Error.WriteLine($"{beside.Articles} whole {(beside.Articles == 1 ? "article" : "articles")} of others came in as drafts, which the public does not see: cuttings list --status draft lists them, cuttings publish makes one public, and import --status published all of them.");
        }

        if (beside.Drafts > 0)
        {
            Console.Error.WriteLine($"{beside.Drafts} {(beside.Drafts == 1 ? "is" : "are")} not public where {(beside.Drafts == 1 ? "it comes" : "they come")} from (drafts, private posts, posts with a password): what an import adds of them are drafts, which the public does not see; cuttings list --status draft lists them.");
        }

        if (beside.Scheduled > 0)
        {
            Console.Error.WriteLine($"{beside.Scheduled} {(beside.Scheduled == 1 ? "was" : "were")} scheduled to appear later and {(beside.Scheduled == 1 ? "stays" : "stay")} so: nothing publishes {(beside.Scheduled == 1 ? "it" : "them")} by itself, cuttings list --status scheduled lists them, and cuttings publish makes one public.");
        }

        if (beside.Followed.Count > 0)
        {
            Console.Out.WriteLine($"{(report is { Read: 0, Import: { } brought } ? $"import {brought}: " : "")}{followed} of {beside.Followed.Count} feeds {(dryRun ? "would be" : "are")} followed anew");
            if (report.Read == 0)
            {
                return;
            }
        }

        Console.Out.WriteLine(dryRun ? $"would be: {counts}" : report.Import is { } import ? $"import {import}: {counts}" : $"nothing new: {counts}");
    }

    /// <summary>Each item that was left as it is, or could not be read or kept.</summary>
    public static void WriteLeft(ImportReport report)
    {
        foreach (var item in report.Conflicts.Select(conflict => new FailedItem(conflict.Item, conflict.Why)).Concat(report.Failed))
        {
            Console.Error.WriteLine($"{item.Item}: {item.Why}");
        }
    }

    /// <summary>1 where some item did not go in; 3 where none could be read at all.</summary>
    public static int ExitCode(ImportReport report) =>
        report.Conflicts.Count + report.Failed.Count == 0 ? 0
        : report.Failed.Count == report.Read ? Failure.ExitCode(ErrorKind.BadInput)
        : 1;
}
