using System.Text.Json;
using Cuttings.Specs.Faults;
using Xunit;

namespace Cuttings.Specs.Collecting;

/// <summary>Whether the copy or the cutting comes first makes no difference.</summary>
public sealed class KeptBeforeSpecs : Places, IAsyncLifetime
{
    private const string Marked = "The night ferry left the quay at ten on Tuesday with two hundred and fourteen passengers aboard, the harbour office said. […] The harbour master, Ida Roll, said that the second boat would follow in June if the money held out.";
    private static readonly string[] Ferry = ["The night ferry left the quay at ten on Tuesday with two hundred and fourteen passengers aboard, the harbour office said.", "It had lain idle since March, when its bow door would not close, and the county had paid for the repair.", "The harbour master, Ida Roll, said that the second boat would follow in June if the money held out."];
    private Press press = null!;

    public async ValueTask InitializeAsync()
    {
        press = await Press.OpenAsync();
        press.PutArticle("/ferry", "Night ferry returns", Ferry);
        press.PutFeed("/feed", "Harbour Echo", ("/ferry", "Night ferry returns"));
    }

    public async ValueTask DisposeAsync()
    {
        await press.DisposeAsync();
        Dispose();
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_cutting_is_collated_with_the_copies_that_were_kept_before_it_came(string database)
    {
        var (copyFirst, cuttingFirst) = (NewArchive(database), NewArchive(database));
        var file = await CuttingAsync("published");
        await FollowAsync(copyFirst);
        await RunAsync(copyFirst, "import", file);
        await RunAsync(cuttingFirst, "import", file);
        await RunAsync(cuttingFirst, "sources", "check");
        Assert.Equal(await FactsAsync(cuttingFirst), await FactsAsync(copyFirst));
        Assert.Equal(0, (await RunAsync(copyFirst, "collect", "--once")).Exit);

        // The passage that was cut out vanishes from the article: the mark was honest all the same.
        press.PutArticle("/ferry", "Night ferry returns", Ferry[0], Ferry[2]);
        foreach (var archive in new[] { copyFirst, cuttingFirst })
        {
            Assert.Contains("edition 2 kept", (await RunAsync(archive, "sources", "check", press.Address + "/ferry")).Output);
        }

        var facts = await FactsAsync(copyFirst);
        Assert.Equal(await FactsAsync(cuttingFirst), facts);
        Assert.DoesNotContain("false-mark", facts);
        Assert.Equal([3, 2], (await EditionsAsync(copyFirst)).Select(edition => edition.GetProperty("text").GetArrayLength()));
        Assert.All(await EditionsAsync(copyFirst), edition => Assert.StartsWith("sha-256:", edition.GetProperty("digest").GetString(), StringComparison.Ordinal));
        Assert.Contains("1 unchanged", (await RunAsync(copyFirst, "import", file, "--update")).Output);

        await using (var site = await Site.StartAsync("--archive", copyFirst))
        {
            Assert.Contains("Checked against the copy of", await site.Client.GetStringAsync("/cutting/night-ferry-returns"));
            var page = await site.Client.GetStringAsync("/cutting/night-ferry-returns/collation");
            Assert.Contains("edition 1 of 2, the one that fits best", page);
            Assert.DoesNotContain("false-mark", await site.Client.GetStringAsync("/checked"));
        }

        await AssertSoundAsync(copyFirst);
        Assert.Equal("import 1: 1 removed, 0 reverted, 0 kept\n", (await RunAsync(copyFirst, "undo", "1")).Output);
    }

    [Fact]
    public async Task A_cutting_that_comes_while_the_site_is_served_is_compared_at_once_and_a_hidden_one_stays_hidden()
    {
        var archive = NewArchive("SQLite");
        await FollowAsync(archive);
        await using var site = await Site.StartAsync("--archive", archive);
        await RunAsync(archive, "import", await CuttingAsync("draft"));
        var facts = await FactsAsync(archive);
        Assert.Contains("\"draft\"", facts);
        Assert.Single(await EditionsAsync(archive));
        foreach (var path in new[] { "/cutting/night-ferry-returns", "/cutting/night-ferry-returns/collation" })
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Client.GetAsync(path)).StatusCode);
        }

        Assert.DoesNotContain("Night ferry", await site.Client.GetStringAsync("/checked"));
        Assert.Equal(0, (await RunAsync(archive, "publish", "night-ferry-returns")).Exit);
        Assert.DoesNotContain("nothing could be compared", await site.Client.GetStringAsync("/cutting/night-ferry-returns/collation"));
        Assert.Equal(0, (await RunAsync(archive, "withdraw", "night-ferry-returns")).Exit);
        Assert.Equal("import 1: 1 removed, 0 reverted, 0 kept\n", (await RunAsync(archive, "undo", "1", "--any-status")).Output);
    }

    [Fact]
    public async Task A_teaser_that_was_given_the_kept_copy_is_still_replaced_by_the_whole_text()
    {
        var archive = NewArchive("SQLite");
        await FollowAsync(archive);
        var (feed, page) = (Path.Combine(Folder, "feed.xml"), Path.Combine(Folder, "page.html"));
        await File.WriteAllTextAsync(feed, $"<rss version=\"2.0\"><channel><title>Harbour Echo</title><link>{press.Address}/</link><item><title>Night ferry returns</title><link>{press.Address}/ferry?utm_source=rss</link><guid>1</guid><description>The night ferry left the quay at ten on Tuesday ...</description></item></channel></rss>");
        await File.WriteAllTextAsync(page, $"<!doctype html><html lang=\"en\"><head><title>Night ferry</title><link rel=\"canonical\" href=\"{press.Address}/ferry\"></head><body><article><h1>Night ferry returns</h1><p class=\"byline\">By Ana Weir</p>{string.Concat(Ferry.Select(paragraph => $"<p>{paragraph}</p>"))}</article></body></html>");
        Assert.Contains("1 added", (await RunAsync(archive, "import", feed)).Output);
        Assert.Equal([1, 3], (await EditionsAsync(archive)).Select(edition => edition.GetProperty("text").GetArrayLength()).Order());
        Assert.Contains("0 added, 1 updated", (await RunAsync(archive, "import", page)).Output);
        Assert.Equal(3, JsonDocument.Parse((await RunAsync(archive, "export", "--all")).Output).RootElement.GetProperty("body").GetArrayLength());
        foreach (var again in new[] { page, feed })
        {
            Assert.Contains("1 unchanged", (await RunAsync(archive, "import", again)).Output);
        }
    }

    private async Task FollowAsync(string archive)
    {
        Assert.Equal(0, (await RunAsync(archive, "subscribe", press.Address + "/feed")).Exit);
        Assert.Contains("edition 1 kept", (await RunAsync(archive, "collect", "--once")).Output);
    }

    private async Task<string> CuttingAsync(string status)
    {
        var file = Path.Combine(Folder, "cuttings.jsonl");
        await File.WriteAllTextAsync(file, $$"""{"id":"ferry","headline":"Night ferry returns","status":"{{status}}","body":["{{Marked}}"],"credit":"[Harbour Echo]","outlet":"Harbour Echo","sources":[{"url":"{{press.Address}}/ferry"}]}""" + "\n");
        return file;
    }

    /// <summary>What the collations say, all but when and of which revision.</summary>
    private async Task<string> FactsAsync(string archive)
    {
        var (exit, output, errors) = await RunAsync(archive, "collations", "--all", "--json");
        Assert.Equal((0, ""), (exit, errors));
        var record = JsonDocument.Parse(output).RootElement;
        return string.Join('\n', record.EnumerateObject().Where(field => field.Name is not ("made" or "revision")).Select(field => $"{field.Name}: {field.Value.GetRawText()}"));
    }

    private async Task<JsonElement.ArrayEnumerator> EditionsAsync(string archive) =>
        JsonDocument.Parse((await RunAsync(archive, "export", "--all")).Output).RootElement.GetProperty("sources")[0].GetProperty("editions").EnumerateArray();

    private Task<(int Exit, string Output, string Errors)> RunAsync(string archive, params string[] arguments) =>
        Program.RunWithAsync([("CUTTINGS_ARCHIVE", archive), ("CUTTINGS_TEST_ALLOW", press.Allowed)], arguments);
}
