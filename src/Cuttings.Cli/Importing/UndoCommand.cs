using System.CommandLine;
using Cuttings.Importing;

namespace Cuttings.Cli.Importing;

/// <summary>`undo IMPORT`.</summary>
internal sealed class UndoCommand : CuttingsCommand
{
    private readonly Argument<long> import = new("IMPORT") { Description = "The import's number, as import reported it." };
    private readonly JsonOption json = new();

    public UndoCommand()
        : base("undo", "Takes an import back, but for what was edited since.", "cuttings undo 3")
    {
        Add(import);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var report = await new Importer(archive, Wiring.Clock).UndoAsync(parsed.GetValue(import), null, cancel);
        ImportReporting.Write(report, parsed.GetValue(json), dryRun: false);
        await IndexUpdate.RunAsync(archive, cancel);
        return ImportReporting.ExitCode(report);
    }
}
