using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Cli.Reporting;
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
    private readonly JsonOption json = new();

    public ImportCommand()
        : base("import", "Reads cuttings from files, keeps what it can and reports what it could not; importing the same twice changes nothing.", "cuttings import saved-page.txt", "cuttings import exported/ --category Harbour --dry-run")
    {
        Add(paths);
        Add(format);
        Add(category);
        Add(dryRun);
        Add(update);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var names = parsed.GetRequiredValue(paths);
        var options = new ImportOptions
        {
            Origin = string.Join(", ", names.Select(name => name == "-" ? "standard input" : Path.GetFileName(Path.TrimEndingDirectorySeparator(name)))),
            DryRun = parsed.GetValue(dryRun),
            Update = parsed.GetValue(update),
            Category = parsed.GetValue(category),
        };
        await using var read = await ReadAhead.ToFirstCuttingAsync(Wiring.ReadAsync(names, FormatOption.Of(parsed, format), cancel), cancel);
        if ((options.DryRun || !read.HasCutting) && !await Wiring.ExistsAsync(parsed, cancel))
        {
            // No archive is made where nothing will be written to it.
            await using var throwAway = await ThrowAwayArchive.MakeAsync(cancel);
            return await ImportAsync(throwAway.Archive, read, options, parsed.GetValue(json), cancel);
        }

        await using var archive = await Wiring.OpenOrMakeAsync(parsed, cancel);
        return await ImportAsync(archive, read, options, parsed.GetValue(json), cancel);
    }

    private static async Task<int> ImportAsync(IArchive archive, ReadAhead read, ImportOptions options, bool json, CancellationToken cancel)
    {
        var report = await LongWork.CountAsync("read", _ =>
            new Importer(archive, Wiring.Clock).ImportAsync(read.ItemsAsync(), options, new Acknowledgement(json ? Console.Error : Console.Out), cancel));
        ImportReporting.Write(report, json, options.DryRun);
        if (!options.DryRun && read.HasCutting)
        {
            await IndexUpdate.RunAsync(archive, cancel);
        }

        return ImportReporting.ExitCode(report);
    }
}
