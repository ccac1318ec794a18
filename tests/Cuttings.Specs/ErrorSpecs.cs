using System.Net;
using System.Net.Sockets;
using Cuttings.Specs.Faults;
using Xunit;

namespace Cuttings.Specs;

/// <summary>An error is one line that names what is wrong.</summary>
public sealed class ErrorSpecs : Places
{
    [Theory]
    [InlineData(2, "There is no command 'foo'.", "foo")]
    [InlineData(2, "There is no command 'settings foo'.", "settings", "foo")]
    [InlineData(2, "There is no option '--foo' here.", "--foo")]
    [InlineData(2, "'x' is no import number", "undo", "x")]
    [InlineData(2, "relevance, newest or oldest", "search", "salt", "--sort", "nope")]
    [InlineData(2, "from 1 to 100", "search", "salt", "--limit", "many")]
    [InlineData(2, "Must be one of: 'auto' 'exchange' 'saved-page'", "import", "x", "--format", "nope")]
    [InlineData(2, "--sample serves an archive of its own", "serve", "--sample", "--archive", "x.db")]
    [InlineData(2, "'nonsense' is no address to listen at", "serve", "--sample", "--urls", "nonsense")]
    [InlineData(2, "'http://localhost:99999' is no address to listen at", "serve", "--sample", "--urls", "http://localhost:99999")]
    public async Task A_wrong_command_line_is_told_in_one_line(int exit, string said, params string[] arguments)
    {
        var run = await Program.RunAsync(arguments);
        Assert.Equal((exit, ""), (run.Exit, run.Output));
        Assert.Contains(said, run.Errors);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";
        var run = await Program.RunAsync("serve", "--sample", "--urls", address);
        Assert.Equal(4, run.Exit);
        Assert.StartsWith($"The site cannot listen at {address}: ", run.Errors);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Restore_names_the_file_that_is_no_backup()
    {
        var file = Path.Combine(Folder, "README.md");
        await File.WriteAllTextAsync(file, "# Cuttings\n");
        var run = await Program.RunAsync("restore", file, "--archive", NewArchive("SQLite"));
        Assert.Equal((3, $"{file} is not a backup of an archive.\n"), (run.Exit, run.Errors));
    }

    [Fact]
    public async Task What_was_written_is_told_in_one_line_and_what_was_not_is_named()
    {
        var archive = NewArchive("SQLite");
        await Program.RunAsync("import", Boats("boats.jsonl", 1, 3), "--archive", archive);
        var export = Path.Combine(Folder, "export.jsonl");
        Assert.Equal($"wrote 3 cuttings to {export}\n", (await Program.RunAsync("export", "-o", export, "--archive", archive)).Errors);
        var backup = Path.Combine(Folder, "copy.backup");
        var wrote = await Program.RunAsync("backup", backup, "--archive", archive);
        Assert.Equal($"wrote the backup {backup} ({new FileInfo(backup).Length:N0} bytes)\n", wrote.Errors);
        var restored = NewArchive("SQLite");
        Assert.Equal($"wrote the archive {restored} from {backup}\n", (await Program.RunAsync("restore", backup, "--archive", restored)).Errors);
        var nowhere = Path.Combine(Folder, "no", "such", "x");
        var failed = await Program.RunAsync("export", "-o", nowhere, "--archive", archive);
        Assert.Equal(4, failed.Exit);
        Assert.StartsWith($"{nowhere} cannot be written: ", failed.Errors);
        Assert.DoesNotContain("unfinished", failed.Errors);
    }
}
