using Cuttings.Cli.Reporting;
using Cuttings.Importing;

namespace Cuttings.Cli.Importing;

/// <summary>What taking an import back did: in words on standard output, or as JSON with the keys of an import's report; each cutting that was kept on standard error.</summary>
internal static class UndoReporting
{
    public static void Write(ImportReport report, bool json)
    {
        if (json)
        {
            ImportReporting.WriteLeft(report);
            Json.Write(new { report.Import, report.Read, report.Added, report.Updated, report.Unchanged, report.Conflicts, report.Failed });
            return;
        }

        ImportReporting.WriteLeft(report);
        var kept = report.Conflicts.Count + report.Failed.Count;
        Console.Out.WriteLine($"import {report.Import}: " + (report.Added + report.Updated, kept) switch
        {
            (0, 0) => "nothing was left to undo",
            (0, _) => $"nothing was left to undo; {kept} kept",
            _ => $"{report.Added} removed, {report.Updated} reverted, {kept} kept",
        });
    }
}
