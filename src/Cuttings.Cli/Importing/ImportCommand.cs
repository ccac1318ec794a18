using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Cli.Reporting;
using Cuttings.Collecting;
using Cuttings.Importing;

namespace Cuttings.Cli.Importing;

/// <summary>`import PATH...`</summary>
internal sealed class ImportCommand : CuttingsCommand
{
    private readonly Argument<string[]> paths = new("PATH") { Description = "Files, folders or - for standard input.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> format = FormatOption.Make();
    private readonly Option<string?> category = new("--category") { Description = "File every cutting under this category too.", HelpName = "NAME" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Report what would happen and write nothing." };
    private readonly Option<bool> update = new("--update") { Description = "Where a cutting came in before with other content, write the new content; what was edited here stays." };
    private readonly Option<string?> status = new("--status") { Description = "Where the cuttings are to stand: published, review or draft. Without it, posts stand as they stood, and whole articles of others are drafts. What was not public where it comes from is never made so by this.", HelpName = "STATUS" };
    private readonly JsonOption json = new();

    public ImportCommand()
        : base("import", "Reads cuttings from files (pages, feeds, WordPress exports, web archives and more), keeps what it can and reports what it could not; importing the same twice changes nothing.", "cuttings import saved-page.txt", "cuttings import exported/ --category Harbour --dry-run", "cuttings import blog.wordpress.2026-05-01.xml", "cuttings import saved-site.warc.gz --status draft")
    {
        Add(paths);
        Add(format);
        Add(category);
        Add(dryRun);
        Add(update);
        Add(status);
        status.AcceptOnlyFromAmong("published", "review", "draft");
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var names = parsed.GetRequiredValue(paths);
        var options = new ImportOptions
        {
            Origin = string.Join(", ", names.Select(path => path == "-" ? "standard input" : Path.GetFileName(Path.TrimEndingDirectorySeparator(path)))),
            DryRun = parsed.GetValue(dryRun),
            Update = parsed.GetValue(update),
            Category = parsed.GetValue(category),
        };
        var beside = new BesideCuttings();
        var wanted = parsed.GetValue(status) is { } name ? Enum.Parse<CuttingStatus>(name, ignoreCase: true) : (CuttingStatus?)null;
        await using var read = await ReadAhead.ToFirstCuttingAsync(beside.SortAsync(Wiring.ReadAsync(names, FormatOption.Of(parsed, format), cancel), wanted, cancel), cancel);
        if ((options.DryRun || (!read.HasCutting && beside.Followed.Count == 0)) && !await Wiring.ExistsAsync(parsed, cancel))
        {
            // No archive is made where nothing will be written to it.
            await using var throwAway = await ThrowAwayArchive.MakeAsync(cancel);
            return await ImportAsync(throwAway.Archive, read, beside, options, parsed.GetValue(json), cancel);
        }

        await using var archive = await Wiring.OpenToFillAsync(parsed, cancel);
        return await ImportAsync(archive, read, beside, options, parsed.GetValue(json), cancel);
    }

    private static async Task<int> ImportAsync(IArchive archive, ReadAhead read, BesideCuttings beside, ImportOptions options, bool json, CancellationToken cancel)
    {
        var report = await LongWork.CountAsync("read", _ =>
            new Importer(archive, Wiring.Clock).ImportAsync(read.ItemsAsync(), options, new Acknowledgement(json ? Console.Error : Console.Out), cancel));
        var (followed, import) = options.DryRun ? (beside.Followed.Count, null) : await Subscribing.FollowAsync(archive, beside.Followed, options.Origin, report.Import, Wiring.Clock, cancel);
        report = report with { Import = import };
        ImportReporting.Write(report, beside, followed, json, options.DryRun);
        if (!options.DryRun && read.HasCutting)
        {
            // Where copies are kept already, the cuttings are compared with them at once; the first ones of an archive can wait for a look.
            if ((await archive.Sources.SnapshotsAsync(0, 1, cancel)).Count > 0)
            {
                await CitedSources.FollowAsync(archive, Wiring.Clock, cancel);
            }

            await IndexUpdate.RunAsync(archive, cancel);
        }

        return ImportReporting.ExitCode(report);
    }
}
