using System.Text.Json;
using Cuttings.Specs.Faults;
using Xunit;

namespace Cuttings.Specs;

public sealed class ListSpecs : Places
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Drafts_have_a_list_which_goes_on_page_by_page(string database)
    {
        var archive = NewArchive(database);
        var file = Path.Combine(Folder, "quays.jsonl");
        await File.WriteAllLinesAsync(
            file,
            [
                "{\"headline\":\"Undated quay\",\"status\":\"draft\",\"body\":[\"The quay is empty.\"]}",
                "{\"headline\":\"Old quay\",\"status\":\"draft\",\"posted\":\"2019-03\",\"body\":[\"The quay was full.\"],\"credit\":\"[Harbour Echo]\",\"outlet\":\"Harbour Echo\",\"categories\":[\"Quays\"]}",
                "{\"headline\":\"New quay\",\"status\":\"draft\",\"posted\":\"2021-04-05\",\"body\":[\"The quay is new.\"],\"categories\":[\"Quays\",\"Cranes\"]}",
                "{\"headline\":\"Public quay\",\"posted\":\"2020-01-01\",\"body\":[\"The quay is open.\"],\"categories\":[\"Quays\"]}",
            ]);
        await Program.RunAsync("import", file, "--archive", archive);
        var drafts = await ListAsync("--status", "draft");
        Assert.Equal(
            "New quay\n  draft · 2021-04-05 · no credit · new-quay\nOld quay\n  draft · 2019-03 · [Harbour Echo] · old-quay\nUndated quay\n  draft · undated · no credit · undated-quay\n3 in all.\n",
            drafts);
        Assert.EndsWith("2 of 3: --after old-quay goes on, --limit 0 lists them all.\n", await ListAsync("--status", "draft", "--limit", "2"), StringComparison.Ordinal);
        Assert.Equal("Undated quay\n  draft · undated · no credit · undated-quay\nThe last of 3.\n", await ListAsync("--status", "draft", "--after", "old-quay"));
        Assert.Equal(["new-quay", "public-quay", "old-quay"], await SlugsAsync("--category", "quays"));
        Assert.Equal(["public-quay"], await SlugsAsync("--status", "published"));
        Assert.Equal(["new-quay", "public-quay", "old-quay", "undated-quay"], await SlugsAsync("--limit", "0"));
        Assert.Equal("No cutting of the category Cranes stands as published.\n", await ListAsync("--status", "published", "--category", "Cranes"));
        var json = JsonDocument.Parse((await ListAsync("--json", "--limit", "1")).Trim()).RootElement;
        Assert.Equal(["id", "slug", "status", "headline", "posted", "credit", "outlet", "author", "categories"], json.EnumerateObject().Select(field => field.Name));
        var unknown = await Program.RunAsync("list", "--archive", archive, "--category", "Canals");
        Assert.Equal("There is no such category: 'Canals'.\n", unknown.Errors);
        Assert.NotEqual(0, unknown.Exit);

        async Task<string> ListAsync(params string[] options)
        {
            var (exit, output, errors) = await Program.RunAsync(["list", "--archive", archive, .. options]);
            Assert.Equal((0, ""), (exit, errors));
            return output;
        }

        async Task<string[]> SlugsAsync(params string[] options) =>
            [.. (await ListAsync([.. options, "--json"])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("slug").GetString()!)];
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Categories_without_cuttings_are_listed_on_demand(string database)
    {
        var archive = NewArchive(database);
        var file = Path.Combine(Folder, "quays.jsonl");
        await File.WriteAllTextAsync(file, "{\"headline\":\"New quay\",\"status\":\"draft\",\"body\":[\"The quay is new.\"],\"categories\":[\"Quays\",\"Cranes\"]}\n");
        await Program.RunAsync("import", file, "--archive", archive);
        await Program.RunAsync("import", Boats("boats.jsonl", 1, 2), "--archive", archive);
        await Program.RunAsync("undo", "2", "--archive", archive);
        var listed = await Program.RunAsync("categories", "list", "--archive", archive);
        Assert.Equal(("      0  Cranes\n      0  Quays\n", "1 more has no cutting: --all lists it too.\n"), (listed.Output, listed.Errors));
        listed = await Program.RunAsync("categories", "list", "--all", "--archive", archive);
        Assert.Equal(("      0  Boats  (empty)\n      0  Cranes\n      0  Quays\n", ""), (listed.Output, listed.Errors));
        Assert.Equal("", (await Program.RunAsync("outlets", "list", "--archive", archive)).Output);
        await Program.RunAsync("outlets", "display", "Harbour Echo", "headline-only", "--archive", archive);
        Assert.Equal("      0  Harbour Echo  (headline-only, empty)\n", (await Program.RunAsync("outlets", "list", "--archive", archive)).Output);
    }

    [Fact]
    public async Task An_archive_without_cuttings_says_so()
    {
        var archive = NewArchive("SQLite");
        await Program.RunAsync("import", Boats("boats.jsonl", 1, 1), "--archive", archive);
        Assert.Equal("No cutting stands as draft.\n", (await Program.RunAsync("list", "--status", "draft", "--archive", archive)).Output);
        await Program.RunAsync("undo", "1", "--archive", archive);
        Assert.Equal("No cutting is here yet.\n", (await Program.RunAsync("list", "--archive", archive)).Output);
    }
}
