using Cuttings.Cli.Reporting;
using Cuttings.Importing;

namespace Cuttings.Cli.Importing;

/// <summary>What taking an import back did: in words on standard output, or as JSON with the keys of an import's report; each cutting that was kept on standard error.</summary>
internal static class UndoReporting
{
    public static void Write(ImportReport report, bool json)
    {
        ImportReporting.WriteLeft(report);
        if (report.Decided > 0)
        {
            Console.Error.WriteLine($"{report.Decided} {(report.Decided == 1 ? "is" : "are")} kept only because {(report.Decided == 1 ? "it was" : "they were")} published or withdrawn since: cuttings undo {report.Import} --any-status takes {(report.Decided == 1 ? "it" : "them")} back too.");
        }

        if (json)
        {
            Json.Write(new { report.Import, report.Read, report.Added, report.Updated, report.Unchanged, report.Conflicts, report.Failed, report.Ended });
            return;
        }

        var kept = report.Conflicts.Count + report.Failed.Count;
        Console.Out.WriteLine($"import {report.Import}: " + (report.Added + report.Updated + report.Ended, kept) switch
        {
            (0, 0) => "nothing was left to undo",
            (0, _) => $"nothing was left to undo; {kept} kept",
            _ => $"{report.Added} removed, {report.Updated} reverted, {kept} kept{(report.Ended == 0 ? "" : $"; {report.Ended} {(report.Ended == 1 ? "feed" : "feeds")} no longer followed")}",
        });
    }
}
