using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Cli.Reporting;
using Cuttings.Collation;
using Cuttings.Collecting;

namespace Cuttings.Cli.Collation;

/// <summary>`collations`: every collation of the archive, those with the gravest warnings first.</summary>
internal sealed class CollationsCommand : CuttingsCommand
{
    private const int Batch = 200;

    private readonly Option<bool> all = new("--all") { Description = "Those without warnings too, and drafts and withdrawn cuttings." };
    private readonly Option<string[]> kind = new("--kind") { Description = "Only those with a warning of this kind; may be given again.", HelpName = "KIND" };
    private readonly Option<int> limit = new("--limit") { Description = "How many at most; 0 for all.", HelpName = "N", DefaultValueFactory = _ => 50 };
    private readonly Option<bool> remake = new("--remake") { Description = "First collate what was kept before this version could, or by an older method." };
    private readonly JsonOption json = new();

    public CollationsCommand()
        : base("collations", "Lists the cuttings whose collation with their source has warnings, the gravest first.", "cuttings collations --kind misquotation --archive harbour.db", "cuttings collations --all --limit 0 --json")
    {
        kind.AcceptOnlyFromAmong([.. WarningKind.All]);
        Add(all);
        Add(kind);
        Add(limit);
        Add(remake);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        if (parsed.GetValue(remake))
        {
            await CitedSources.FollowAsync(archive, Wiring.Clock, cancel);
            await LongWork.CountAsync("collated", async progress => await CollateStaleAsync(archive, progress, cancel));
        }
        else if (await archive.StaleCollationsAsync(cancel) is > 0 and var stale)
        {
            Console.Error.WriteLine($"{stale} cuttings with a kept source are not collated yet: run this with --remake.");
        }

        var kinds = parsed.GetValue(kind) ?? [];
        var most = parsed.GetValue(limit);
        var (shown, more) = (0, 0);
        await foreach (var record in archive.CollationsAsync(parsed.GetValue(all), cancel))
        {
            var wanted = kinds.Length == 0 ? parsed.GetValue(all) || record.Summary.Warnings.Length > 0 : record.Summary.Warnings.Any(warning => kinds.Contains(warning.Kind, StringComparer.Ordinal));
            if (!wanted)
            {
                continue;
            }

            if (most > 0 && shown >= most)
            {
                more++;
                continue;
            }

            shown++;
            Write(record, parsed.GetValue(json));
        }

        if (!parsed.GetValue(json))
        {
            Console.Out.WriteLine(shown == 0 ? "No collation has a warning." : more > 0 ? $"and {more} more: --limit 0 lists them all." : $"{shown} in all.");
        }

        return 0;
    }

    /// <summary>Collates all that is not collated yet, batch by batch.</summary>
    public static async Task<long> CollateStaleAsync(IArchive archive, IProgress<long>? progress, CancellationToken cancel)
    {
        for (long done = 0; ;)
        {
            await using var session = await archive.BeginAsync(cancel);
            var made = await session.CollateStaleAsync(Batch, cancel);
            await session.CommitAsync(cancel);
            progress?.Report(done += made);
            if (made < Batch)
            {
                return done;
            }
        }
    }

    private static void Write(CollationRecord record, bool json)
    {
        if (json)
        {
            Json.Write(new
            {
                record.Id,
                record.Slug,
                record.Headline,
                Status = record.Status.ToString().ToLowerInvariant(),
                Outlet = record.Outlet?.Name,
                Author = record.Author?.Name,
                record.Revision,
                record.Source,
                record.Edition,
                record.Made,
                record.Summary.Gravity,
                record.Summary.Sentences,
                record.Summary.Verbatim,
                record.Summary.Cuts,
                record.Summary.UnmarkedCuts,
                record.Summary.Changes,
                record.Summary.Share,
                record.Summary.AnotherEdition,
                Warnings = record.Summary.Warnings.Select(warning => new { warning.Kind, warning.Cutting, warning.Source, warning.Text }),
            });
            return;
        }

        Console.Out.WriteLine(record.Headline);
        Console.Out.WriteLine($"  {string.Join(" · ", new[] { record.Outlet?.Name, record.Author?.Name, record.Status == CuttingStatus.Published ? null : record.Status.ToString().ToLowerInvariant(), $"/cutting/{record.Slug}/collation" }.Where(part => part is not null))}");
        Console.Out.WriteLine($"  {Statement.Of(record.Summary)}{(record.Summary.AnotherEdition ? "; may be another edition" : "")}");
        foreach (var warning in record.Summary.Warnings)
        {
            Console.Out.WriteLine($"  ! {warning.Kind}: {string.Join(' ', warning.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
        }

        Console.Out.WriteLine();
    }
}
