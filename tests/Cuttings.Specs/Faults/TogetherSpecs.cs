using System.Net;
using Xunit;

namespace Cuttings.Specs.Faults;

public sealed class TogetherSpecs : Places
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Two_imports_at_once_both_end_well(string database)
    {
        var archive = NewArchive(database);
        Assert.Equal(0, (await Program.RunAsync("import", Boats("first.jsonl", 1, 1), "--archive", archive)).Exit);
        var (one, two) = (Boats("one.jsonl", 1, 3000), Boats("two.jsonl", 2001, 3000));
        var ended = await Task.WhenAll(new[] { one, two, one }.Select(file => Program.RunAsync("import", file, "--archive", archive)));
        Assert.All(ended, import => Assert.True(import.Exit == 0, import.Output + import.Errors));
        await AssertSoundAsync(archive);
        // The ids of two files are those of two origins: what both hold is told by its content.
        Assert.Equal(5000, await CountAsync(archive));
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task What_is_imported_while_the_site_serves_is_read_and_found_at_once(string database)
    {
        var archive = NewArchive(database);
        Assert.Equal(0, (await Program.RunAsync("import", Boats("first.jsonl", 1, 5), "--archive", archive)).Exit);
        await using var site = await Site.StartAsync("--archive", archive);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/cutting/boat-7")).StatusCode);
        Assert.Equal(0, (await Program.RunAsync("import", Boats("second.jsonl", 6, 5), "--archive", archive)).Exit);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/cutting/boat-7")).StatusCode);
        Assert.Contains("data-total=\"10\"", await site.Client.GetStringAsync("/search?q=boat"));
    }
}
