using Cuttings.Archiving;
using Cuttings.Storage;
using Xunit;

namespace Cuttings.Specs.Faults;

public sealed class KillSpecs : Places
{
    private const int Boats10000 = 10_000;

    [Theory]
    [InlineData("SQLite", 50)]
    [InlineData("PostgreSQL", 10)]
    public async Task An_import_killed_at_any_moment_loses_nothing_it_acknowledged(string database, int kills)
    {
        var file = Boats("boats.jsonl", 1, Boats10000);
        var archive = NewArchive(database);
        var random = new Random(20201);
        var (early, acknowledgedOnes) = (0, 0);
        for (var turn = 0; turn < kills; turn++)
        {
            using var process = Program.Start("import", file, "--archive", archive);
            var acknowledged = 0;
            var ended = false;
            var first = new TaskCompletionSource();
            var reading = Task.Run(async () =>
            {
                while (await process.StandardOutput.ReadLineAsync() is { } line)
                {
                    acknowledged = line.StartsWith("imported through ", StringComparison.Ordinal) ? int.Parse(line[17..]) : acknowledged;
                    if (acknowledged > 0)
                    {
                        first.TrySetResult();
                    }

                    ended |= line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("nothing new", StringComparison.Ordinal);
                }
            });
            // Every other kill falls behind an acknowledgement, however slow the machine; the rest at any moment.
            if (turn % 2 == 1)
            {
                await Task.WhenAny(first.Task, reading, Task.Delay(TimeSpan.FromSeconds(30)));
            }

            await Task.Delay(turn % 2 == 1 ? random.Next(0, 300) : random.Next(150, 2200));
            process.Kill();
            await process.WaitForExitAsync();
            await reading;
            var kept = await LookAsync(archive);
            Assert.True(kept >= acknowledged, $"Kill {turn}: through {acknowledged} was acknowledged, {kept} are here.");
            early += kept < Boats10000 ? 1 : 0;
            acknowledgedOnes += acknowledged > 0 ? 1 : 0;
            if (kept == Boats10000 && ended)
            {
                archive = NewArchive(database);
            }
        }

        // The kills did fall into imports, not beside them.
        Assert.True(early >= kills / 5, $"Only {early} of {kills} kills fell into an import.");
        Assert.True(acknowledgedOnes > 0);
        Assert.Equal(0, (await Program.RunAsync("import", file, "--archive", archive)).Exit);
        await AssertSoundAsync(archive);
        var undisturbed = NewArchive(database);
        Assert.Equal(0, (await Program.RunAsync("import", file, "--archive", undisturbed)).Exit);
        Assert.Equal((await Program.RunAsync("export", "--all", "--archive", undisturbed)).Output, (await Program.RunAsync("export", "--all", "--archive", archive)).Output);
    }

    // How many cuttings are here; none of them, and no list, may be damaged.
    private static async Task<int> LookAsync(string address)
    {
        IArchive archive;
        try
        {
            archive = await ArchiveOpener.OpenAsync(address, OpenMode.Existing, TimeProvider.System);
        }
        catch (CuttingsException error) when (error.Kind == ErrorKind.Unreachable)
        {
            // Killed before there was an archive.
            return 0;
        }

        await using (archive)
        {
            Assert.Empty(await archive.CheckAsync(null).ToListAsync());
            return await archive.ReadAllAsync(all: true).CountAsync();
        }
    }
}
