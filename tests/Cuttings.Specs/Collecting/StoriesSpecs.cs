using System.Text.Json;
using Cuttings.Specs.Faults;
using Xunit;

namespace Cuttings.Specs.Collecting;

public sealed class StoriesSpecs : Places
{
    private const string Text = "\"The board of the Aune valley waterworks said on Monday that the upper dam loses forty litres a second through a seam that was grouted in 1974 and never looked at since.\",\"Chief engineer Petra Lund told reporters that nobody in the lower villages was in danger, and that divers would go down as soon as the meltwater had run off.\"";

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Stories_know_drafts_and_are_led_by_what_the_public_sees(string database)
    {
        var archive = NewArchive(database);
        var file = Path.Combine(Folder, "dam.jsonl");
        await File.WriteAllLinesAsync(file, [Cutting("Dam leaks", "Valley News", "https://valley.example/dam", "2026-05-03", "draft"), Cutting("Seam leaks", "Upland Review", "https://upland.example/seam", "2026-05-04", "draft")]);
        await Program.RunAsync("import", file, "--archive", archive);
        Assert.StartsWith("None", await StoriesAsync(), StringComparison.Ordinal);
        var drafts = (await StoriesAsync("--all")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, drafts.Length);
        Assert.All(drafts, line => Assert.Contains("no published cutting cites it", line));
        Assert.Equal("", (await Program.RunAsync("export", "--archive", archive)).Output);

        await Program.RunAsync("publish", "dam-leaks", "--archive", archive);
        await Program.RunAsync("publish", "seam-leaks", "--archive", archive);
        Assert.Contains("Valley News: Dam leaks (leads)", (await StoriesAsync()).Split('\n')[0]);
        await Program.RunAsync("withdraw", "dam-leaks", "--archive", archive);
        var lines = (await StoriesAsync()).Split('\n');
        Assert.Contains("Upland Review: Seam leaks (leads)", lines[0]);
        Assert.Matches(@"^    .*Valley News: Dam leaks \(by .*; no published cutting cites it\)", lines[1]);
        var story = JsonDocument.Parse(await StoriesAsync("--json")).RootElement;
        Assert.Equal([("Seam leaks", true), ("Dam leaks", false)], story.GetProperty("sources").EnumerateArray().Select(source => (source.GetProperty("title").GetString(), source.GetProperty("isPublic").GetBoolean())));
        Assert.Equal(story.GetProperty("sources")[0].GetProperty("id").GetInt64(), story.GetProperty("lead").GetInt64());

        await Program.RunAsync("undo", "1", "--archive", archive);
        await Program.RunAsync("withdraw", "seam-leaks", "--archive", archive);
        Assert.StartsWith("None", await StoriesAsync(), StringComparison.Ordinal);
        await AssertSoundAsync(archive);

        async Task<string> StoriesAsync(params string[] options)
        {
            var (exit, output, errors) = await Program.RunAsync(["sources", "stories", "--archive", archive, .. options]);
            Assert.Equal((0, ""), (exit, errors));
            return output;
        }
    }

    private static string Cutting(string headline, string outlet, string address, string posted, string status) =>
        $"{{\"headline\":\"{headline}\",\"status\":\"{status}\",\"posted\":\"{posted}\",\"body\":[\"The dam leaks at {outlet}.\"],\"credit\":\"[{outlet}]\",\"outlet\":\"{outlet}\",\"source\":{{\"url\":\"{address}\",\"title\":\"{headline}\",\"outlet\":\"{outlet}\",\"published\":\"{posted}\",\"text\":[{Text}]}}}}";
}
