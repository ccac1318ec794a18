using System.Text.Json;
using Xunit;

namespace Cuttings.Specs;

public sealed class ArchiveSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-specs-").FullName;

    private string Archive => Path.Combine(folder, "archive.db");

    private string Page => Path.Combine(folder, "page.txt");

    public ArchiveSpecs() => File.WriteAllText(
        Page,
        "Category: Ferries\n\nNight ferry returns\n\nPosted on by\n\nThe Marjan left at ten with sanctions papers aboard.\n\nIt will run three times a week.\n\n[The Harbour Echo]\n\n외교 합의\n\nPosted on September 27, 2020 by N. Osk\n\n외교 당국은 합의했다고 밝혔다.\n\n(동해포구신문)\n");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_saved_page_goes_in_by_one_command_and_twice_changes_nothing()
    {
        var first = await Program.RunAsync("import", Page, "--archive", Archive, "--json");
        Assert.Equal(0, first.Exit);
        Assert.Equal(2, JsonDocument.Parse(first.Output).RootElement.GetProperty("added").GetInt32());
        var again = JsonDocument.Parse((await Program.RunAsync("import", Page, "--archive", Archive, "--json")).Output).RootElement;
        Assert.Equal((0, 2), (again.GetProperty("added").GetInt32(), again.GetProperty("unchanged").GetInt32()));
        foreach (var word in new[] { "sanction", "외교" })
        {
            var found = JsonDocument.Parse((await Program.RunAsync("search", word, "--archive", Archive, "--json")).Output).RootElement;
            Assert.Equal(1, found.GetProperty("total").GetInt32());
        }

        Assert.Equal(0, (await Program.RunAsync("check", "--archive", Archive)).Exit);
    }

    [Fact]
    public async Task Text_that_belongs_to_no_post_is_named_and_fails()
    {
        await File.WriteAllTextAsync(Page, "Tide table late\nPosted on June 3, 2013\n\nNobody knows it.\n\n[Marsh Courier]\n\nFiled under: Tides\n\nThe eel was found on the strand.\n\nBell rings\nPosted on June 1, 2013\n\nOnce, at noon.\n\n[Dyke Weekly]\n");
        foreach (var run in new[] { await Program.RunAsync("read", Page), await Program.RunAsync("import", Page, "--archive", Archive) })
        {
            Assert.Equal(1, run.Exit);
            Assert.Contains("page.txt: 1 line of text belongs to no post: line 10 \"The eel was found on the strand.\".", run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_archive_exported_whole_and_imported_exports_the_same()
    {
        await Program.RunAsync("import", Page, "--archive", Archive);
        var one = await Program.RunAsync("export", "--all", "--archive", Archive);
        var file = Path.Combine(folder, "export.jsonl");
        await File.WriteAllTextAsync(file, one.Output);
        var other = Path.Combine(folder, "other.db");
        Assert.Equal(0, (await Program.RunAsync("import", file, "--archive", other)).Exit);
        Assert.Equal(one.Output, (await Program.RunAsync("export", "--all", "--archive", other)).Output);
    }

    [Fact]
    public async Task What_an_import_brought_can_be_taken_back()
    {
        await Program.RunAsync("import", Page, "--archive", Archive);
        Assert.Equal(0, (await Program.RunAsync("undo", "1", "--archive", Archive)).Exit);
        Assert.Equal("", (await Program.RunAsync("export", "--all", "--archive", Archive)).Output);
    }

    [Fact]
    public async Task A_backup_restores_and_a_lost_index_heals_itself()
    {
        await Program.RunAsync("import", Page, "--archive", Archive);
        var backup = Path.Combine(folder, "backup.db");
        Assert.Equal(0, (await Program.RunAsync("backup", backup, "--archive", Archive)).Exit);
        var restored = Path.Combine(folder, "restored.db");
        Assert.Equal(0, (await Program.RunAsync("restore", backup, "--archive", restored)).Exit);
        var found = JsonDocument.Parse((await Program.RunAsync("search", "marjan", "--archive", restored, "--json")).Output).RootElement;
        Assert.Equal(1, found.GetProperty("total").GetInt32());
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "restored.files", "index")))
        {
            using var truncated = File.OpenWrite(file);
            truncated.SetLength(truncated.Length / 2);
        }

        found = JsonDocument.Parse((await Program.RunAsync("search", "marjan", "--archive", restored, "--json")).Output).RootElement;
        Assert.Equal(1, found.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Exit_codes_tell_what_went_wrong()
    {
        Assert.Equal(2, (await Program.RunAsync("read", "http://10.0.0.1/page")).Exit);
        Assert.Equal(2, (await Program.RunAsync("import")).Exit);
        Assert.Equal(4, (await Program.RunAsync("search", "x", "--archive", Path.Combine(folder, "none.db"))).Exit);
        var picture = Path.Combine(folder, "page.jsonl");
        await File.WriteAllBytesAsync(picture, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]);
        var refused = await Program.RunAsync("import", picture, "--archive", Archive);
        Assert.NotEqual(0, refused.Exit);
        Assert.Contains("PNG", refused.Errors);
    }

    [Fact]
    public async Task An_import_that_is_killed_loses_nothing_it_acknowledged()
    {
        var file = Path.Combine(folder, "many.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, 10_000).Select(n => $"{{\"id\":\"{n}\",\"headline\":\"Cutting {n}\",\"body\":[\"The {n}th boat.\"],\"credit\":\"[Harbour Echo]\",\"outlet\":\"Harbour Echo\"}}"));
        var random = new Random(7);
        for (var turn = 0; turn < 5; turn++)
        {
            using var process = Program.Start("import", file, "--archive", Archive);
            var acknowledged = 0;
            var reading = Task.Run(async () =>
            {
                while (await process.StandardOutput.ReadLineAsync() is { } line)
                {
                    acknowledged = line.StartsWith("imported through ", StringComparison.Ordinal) ? int.Parse(line[17..]) : acknowledged;
                }
            });
            await Task.Delay(random.Next(300, 2000));
            process.Kill();
            await reading;
            if (acknowledged > 0)
            {
                Assert.Equal(0, (await Program.RunAsync("check", "--archive", Archive)).Exit);
                Assert.True((await Program.RunAsync("export", "--archive", Archive)).Output.Count(character => character == '\n') >= acknowledged);
            }
        }

        Assert.Equal(0, (await Program.RunAsync("import", file, "--archive", Archive)).Exit);
        Assert.Equal(10_000, (await Program.RunAsync("export", "--archive", Archive)).Output.Count(character => character == '\n'));
    }

    [Fact]
    public async Task The_seed_page_gives_its_ten_cuttings_and_stands_as_a_list()
    {
        var seed = Path.Combine(Program.Shared, "seed", "category-china.txt");
        Assert.SkipUnless(File.Exists(seed), "The seed page is not here (CUTTINGS_SHARED).");
        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Program.Shared, "seed", "expected.json"))).RootElement.GetProperty("cuttings");
        var lines = (await Program.RunAsync("read", seed, "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(expected.EnumerateArray().Select(cutting => cutting.GetProperty("headline").GetString()), lines.Select(line => line.GetProperty("headline").GetString()));
        Assert.All(lines, line => Assert.Equal(["posted", "author"], line.GetProperty("missing").EnumerateArray().Select(field => field.GetString())));
        await Program.RunAsync("import", seed, "--archive", Archive);
        using var site = Program.Start("serve", "--archive", Archive, "--urls", "http://127.0.0.1:5197");
        try
        {
            await site.StandardOutput.ReadLineAsync();
            using var client = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:5197") };
            var page = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync("/category/china"));
            var at = lines.Select(line => page.IndexOf(">" + line.GetProperty("headline").GetString(), StringComparison.Ordinal)).ToList();
            Assert.DoesNotContain(-1, at);
            Assert.Equal(at.Order(), at);
            foreach (System.Text.RegularExpressions.Match outlet in System.Text.RegularExpressions.Regex.Matches(await client.GetStringAsync("/outlets"), "href=\"(/outlet/[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                Assert.Contains("cutting", await client.GetStringAsync(outlet.Groups[1].Value));
            }
        }
        finally
        {
            site.Kill();
        }
    }
}
