using System.Text.Json;
using Cuttings.Specs.Faults;
using Xunit;

namespace Cuttings.Specs;

public sealed class SearchSpecs : Places
{
    private static readonly string[] Words = ["외교", "外交", "sanction"];

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Two_characters_and_stems_are_found_right_after_an_import_and_from_a_cold_start(string database)
    {
        var archive = NewArchive(database);
        var file = Path.Combine(Folder, "words.jsonl");
        await File.WriteAllLinesAsync(file,
        [
            "{\"headline\":\"시장, 열흘에 한 번\",\"body\":[\"상인들은 외교당국의 합의가 늦어진 탓이라고 말한다.\"],\"language\":\"ko\"}",
            "{\"headline\":\"两岸恢复信使\",\"body\":[\"中断六年之后，外交信使周一重新上船。\"],\"language\":\"zh-Hans\"}",
            "{\"headline\":\"Salt boats wait\",\"body\":[\"The list of sanctions leaves out the boats.\"],\"language\":\"en\"}",
        ]);
        await using (var site = await Site.StartAsync("--archive", archive))
        {
            Assert.Equal(0, (await Program.RunAsync("import", file, "--archive", archive)).Exit);
            foreach (var word in Words)
            {
                Assert.Equal(1, JsonDocument.Parse((await Program.RunAsync("search", word, "--archive", archive, "--json")).Output).RootElement.GetProperty("total").GetInt32());
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
            await FindAsync(site);
        }

        await using var again = await Site.StartAsync("--archive", archive);
        await FindAsync(again);
    }

    private static async Task FindAsync(Site site)
    {
        foreach (var word in Words)
        {
            Assert.Contains("data-total=\"1\"", await site.Client.GetStringAsync("/search?q=" + Uri.EscapeDataString(word)));
        }
    }
}
