using System.CommandLine;
using Cuttings.Cli.Reporting;

namespace Cuttings.Cli.Importing;

/// <summary>`imports`.</summary>
internal sealed class ImportsCommand : CuttingsCommand
{
    private readonly JsonOption json = new();

    public ImportsCommand()
        : base("imports", "Lists the imports, newest first: number, when (UTC), how many cuttings it added and updated, what was imported, and whether it was undone.", "cuttings imports") => Add(json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var imports = await archive.ImportsAsync(cancel);
        if (parsed.GetValue(json))
        {
            Json.Write(imports.Select(record => new { record.Import, At = record.At.UtcDateTime, record.Origin, record.Added, record.Updated, Undone = record.Undone?.UtcDateTime }));
            return 0;
        }

        foreach (var record in imports)
        {
            Console.Out.WriteLine($"{record.Import,5}  {record.At.UtcDateTime:yyyy-MM-dd HH:mm}  {record.Added,7} added  {record.Updated,7} updated  {record.Origin.ReplaceLineEndings(" ")}{(record.Undone is { } undone ? $"  (undone {undone.UtcDateTime:yyyy-MM-dd HH:mm})" : "")}");
        }

        return 0;
    }
}
