using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Cli.Reporting;
using Cuttings.Storage;

namespace Cuttings.Cli.Upkeep;

/// <summary>`reindex`.</summary>
internal sealed class ReindexCommand() : CuttingsCommand("reindex", "Builds the search index anew.", "cuttings reindex")
{
    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await using var search = await Wiring.SearchAsync(archive, cancel);
        return await LongWork.CountAsync("indexed", async progress =>
        {
            await search.RebuildAsync(progress, cancel);
            return 0;
        });
    }
}

/// <summary>`check`.</summary>
internal sealed class CheckCommand : CuttingsCommand
{
    private readonly JsonOption json = new();

    public CheckCommand()
        : base("check", "Verifies every digest, row and index entry, and names what is damaged.", "cuttings check") => Add(json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await using var search = await Wiring.SearchAsync(archive, cancel);
        var damaged = new List<Damage>();
        var rows = await LongWork.CountAsync("checked", async progress =>
        {
            var counter = new Counter(progress);
            // Entries that are only late are no damage: a server's follower, or the next start, brings them.
            await search.CatchUpAsync(null, cancel);
            await foreach (var damage in archive.CheckAsync(counter, cancel))
            {
                damaged.Add(damage);
            }

            await foreach (var damage in search.CheckAsync(cancel))
            {
                damaged.Add(damage);
            }

            var rows = counter.Count;
            await foreach (var damage in SnapshotCheck.CheckAsync(archive.Sources, new Counter(progress), cancel))
            {
                damaged.Add(damage);
            }

            return rows;
        });
        foreach (var damage in damaged)
        {
            Console.Error.WriteLine($"{damage.Item}: {damage.Why}");
        }

        if (parsed.GetValue(json))
        {
            Json.Write(new { Checked = rows, Damaged = damaged });
        }
        else
        {
            Console.Out.WriteLine($"{rows} checked, {damaged.Count} damaged");
        }

        return damaged.Count == 0 ? 0 : 1;
    }

    private sealed class Counter(IProgress<long> shown) : IProgress<long>
    {
        public long Count { get; private set; }

        public void Report(long value)
        {
            Count = value;
            shown.Report(value);
        }
    }
}

/// <summary>`backup PATH`.</summary>
internal sealed class BackupCommand : CuttingsCommand
{
    private readonly Argument<string> path = new("PATH") { Description = "The file to write; it must not exist yet." };

    public BackupCommand()
        : base("backup", "Writes a consistent copy of the archive into one file, also while it is being served.", "cuttings backup archive-2026-05-01.backup") => Add(path);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var file = parsed.GetRequiredValue(path);
        var missing = await LongWork.ShareAsync("backed up", async progress => await archive.BackupAsync(file, progress, cancel));
        foreach (var damage in missing)
        {
            await Console.Error.WriteLineAsync($"{damage.Item}: {damage.Why}");
        }

        await Console.Error.WriteLineAsync($"wrote the backup {file} ({new FileInfo(file).Length:N0} bytes)");
        return missing.Count == 0 ? 0 : 1;
    }
}

/// <summary>`restore PATH`.</summary>
internal sealed class RestoreCommand : CuttingsCommand
{
    private readonly Argument<string> path = new("PATH") { Description = "A file that backup wrote." };

    public RestoreCommand()
        : base("restore", "Makes an archive from a backup; there must be none at the address yet.", "cuttings restore archive-2026-05-01.backup --archive new.db") => Add(path);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var backup = parsed.GetRequiredValue(path);
        var made = await ArchiveOpener.RestoreAsync(backup, ArchiveOption.Of(parsed), cancel);
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await IndexUpdate.RunAsync(archive, cancel);
        await Console.Error.WriteLineAsync($"wrote the archive {made} from {backup}");
        return 0;
    }
}
