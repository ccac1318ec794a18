using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cuttings.Importing;

namespace Cuttings.Cli.Importing;

/// <summary>`undo IMPORT`.</summary>
internal sealed class UndoCommand : CuttingsCommand
{
    private readonly Argument<long> import = new("IMPORT") { Description = "The import's number, as import reported it and imports lists it.", CustomParser = Number };
    private readonly Option<bool> anyStatus = new("--any-status") { Description = "Also take back what was published or withdrawn since, where nothing else of it was edited." };
    private readonly JsonOption json = new();

    public UndoCommand()
        : base("undo", "Takes an import back, but for what was edited, published or withdrawn since; the feeds that it brought are followed no more.", "cuttings undo 3", "cuttings undo 3 --any-status")
    {
        Add(import);
        Add(anyStatus);
        Add(json);
    }

    private static long Number(ArgumentResult given)
    {
        if (!long.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            given.AddError($"'{given.Tokens[0].Value}' is no import number: give one that imports lists, such as 3.");
        }

        return number;
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var report = await new Importer(archive, Wiring.Clock).UndoAsync(parsed.GetValue(import), parsed.GetValue(anyStatus), null, cancel);
        UndoReporting.Write(report, parsed.GetValue(json));
        await IndexUpdate.RunAsync(archive, cancel);
        return ImportReporting.ExitCode(report);
    }
}
