using System.Text.Json;
using Cuttings.Specs.Faults;
using Xunit;

namespace Cuttings.Specs;

public sealed class ImportSpecs : Places
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Undo_says_what_it_took_back_and_what_it_kept(string database)
    {
        var archive = NewArchive(database);
        var file = Boats("boats.jsonl", 1, 3);
        await Program.RunAsync("import", file, "--archive", archive);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("rowed", "sailed", StringComparison.Ordinal));
        await Program.RunAsync("import", file, "--archive", archive, "--update");
        await Program.RunAsync("withdraw", "boat-2", "--archive", archive);
        var undo = await Program.RunAsync("undo", "2", "--archive", archive);
        Assert.Equal((1, "import 2: 0 removed, 2 reverted, 1 kept\n"), (undo.Exit, undo.Output));
        Assert.Contains("“Boat 2” (boat-2): It was edited here since, and is kept.", undo.Errors);
        Assert.Equal("import 2: nothing was left to undo; 1 kept\n", (await Program.RunAsync("undo", "2", "--archive", archive)).Output);
        Assert.Equal("import 1: 2 removed, 0 reverted, 1 kept\n", (await Program.RunAsync("undo", "1", "--archive", archive)).Output);
        var again = JsonDocument.Parse((await Program.RunAsync("undo", "1", "--archive", archive, "--json")).Output).RootElement;
        Assert.Equal(["import", "read", "added", "updated", "unchanged", "conflicts", "failed"], again.EnumerateObject().Select(field => field.Name));
        Assert.Equal((3, 0, 2), (again.GetProperty("read").GetInt32(), again.GetProperty("added").GetInt32(), again.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task An_import_taken_back_whole_leaves_nothing_to_undo()
    {
        var archive = NewArchive("SQLite");
        await Program.RunAsync("import", Boats("boats.jsonl", 1, 3), "--archive", archive);
        Assert.Equal("import 1: 3 removed, 0 reverted, 0 kept\n", (await Program.RunAsync("undo", "1", "--archive", archive)).Output);
        var again = await Program.RunAsync("undo", "1", "--archive", archive);
        Assert.Equal((0, "import 1: nothing was left to undo\n"), (again.Exit, again.Output));
    }

    [Fact]
    public async Task Imports_are_listed_newest_first()
    {
        var archive = NewArchive("SQLite");
        await Program.RunAsync("import", Boats("one.jsonl", 1, 3), "--archive", archive);
        var other = Boats("two.jsonl", 3, 2);
        await File.WriteAllTextAsync(other, (await File.ReadAllTextAsync(other)).Replace("rowed", "sailed", StringComparison.Ordinal));
        await Program.RunAsync("import", other, "--archive", archive, "--update");
        await Program.RunAsync("undo", "2", "--archive", archive);
        var listed = (await Program.RunAsync("imports", "--archive", archive)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, listed.Length);
        Assert.Matches(@"^ +2  \d{4}-\d\d-\d\d \d\d:\d\d +1 added +1 updated  two\.jsonl$", listed[0]);
        Assert.Matches(@"^ +1  \d{4}-\d\d-\d\d \d\d:\d\d +3 added +0 updated  one\.jsonl$", listed[1]);
        var json = JsonDocument.Parse((await Program.RunAsync("imports", "--archive", archive, "--json")).Output).RootElement;
        Assert.Equal(["import", "at", "origin", "added", "updated"], json[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal((2, "two.jsonl"), (json[0].GetProperty("import").GetInt32(), json[0].GetProperty("origin").GetString()));
    }

    [Fact]
    public async Task A_dry_run_or_an_import_of_nothing_makes_no_archive()
    {
        var boats = Boats("boats.jsonl", 1, 3);
        var archive = NewArchive("SQLite");
        var dry = await Program.RunAsync("import", boats, "--archive", archive, "--dry-run");
        Assert.Equal((0, "would be: 3 read, 3 added, 0 updated, 0 unchanged, 0 conflicts, 0 failed\n"), (dry.Exit, dry.Output));
        var broken = Path.Combine(Folder, "broken.jsonl");
        await File.WriteAllTextAsync(broken, "{\"headline\":5,\"body\":[]}\n{\"headline\":\"Two\n");
        var nothing = await Program.RunAsync("import", broken, "--archive", archive);
        Assert.Equal(3, nothing.Exit);
        Assert.Contains("broken.jsonl line 1", nothing.Errors);
        Assert.Equal(3, (await Program.RunAsync("import", Path.Combine(Folder, "none.jsonl"), "--archive", archive)).Exit);
        Assert.Equal(["boats.jsonl", "broken.jsonl"], Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        // What follows what could not be read is kept.
        Assert.Equal(1, (await Program.RunAsync("import", broken, boats, "--archive", archive)).Exit);
        Assert.Equal(3, await CountAsync(archive));
    }

    [Fact]
    public async Task A_dry_run_leaves_an_empty_database_empty()
    {
        var archive = NewArchive("PostgreSQL");
        Assert.Contains("would be: 3 read, 3 added", (await Program.RunAsync("import", Boats("boats.jsonl", 1, 3), "--archive", archive, "--dry-run")).Output);
        Assert.Equal(4, (await Program.RunAsync("check", "--archive", archive)).Exit);
    }
}
