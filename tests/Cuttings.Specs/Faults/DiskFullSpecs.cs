using System.Diagnostics;
using Xunit;

namespace Cuttings.Specs.Faults;

public sealed class DiskFullSpecs : Places
{
    [Fact]
    public async Task A_full_disk_is_told_clearly_and_leaves_the_archive_whole()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "A small disk can only be mounted by root.");
        var disk = Directory.CreateDirectory(Path.Combine(Folder, "disk")).FullName;
        Assert.SkipUnless(await MountAsync("-t", "tmpfs", "-o", "size=6m", "tmpfs", disk) == 0, "No disk can be mounted here.");
        try
        {
            var file = Boats("boats.jsonl", 1, 10_000, words: 200);
            var archive = Path.Combine(disk, "archive.db");
            var full = await Program.RunAsync("import", file, "--archive", archive);
            Assert.Equal(4, full.Exit);
            Assert.Contains("full", full.Errors, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("   at ", full.Errors);
            var acknowledged = full.Output.Split('\n').LastOrDefault(line => line.StartsWith("imported through ", StringComparison.Ordinal)) is { } line ? int.Parse(line[17..]) : 0;
            Assert.Equal(0, await MountAsync("-o", "remount,size=300m", disk));
            await AssertSoundAsync(archive);
            Assert.True(await CountAsync(archive) >= acknowledged);
            Assert.Equal(0, (await Program.RunAsync("import", file, "--archive", archive)).Exit);
            Assert.Equal(10_000, await CountAsync(archive));
            await AssertSoundAsync(archive);
        }
        finally
        {
            using var unmounting = Process.Start("umount", ["-l", disk]);
            await unmounting.WaitForExitAsync();
        }
    }

    private static async Task<int> MountAsync(params string[] arguments)
    {
        using var mounting = Process.Start(new ProcessStartInfo("mount", arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        await mounting.WaitForExitAsync();
        return mounting.ExitCode;
    }
}
