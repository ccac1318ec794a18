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
        Assert.Contains("“Boat 2” (boat-2): It was withdrawn here since, and is kept.", undo.Errors);
        Assert.Equal("import 2: nothing was left to undo; 1 kept\n", (await Program.RunAsync("undo", "2", "--archive", archive)).Output);
        Assert.Equal("import 1: 2 removed, 0 reverted, 1 kept\n", (await Program.RunAsync("undo", "1", "--archive", archive)).Output);
        var again = JsonDocument.Parse((await Program.RunAsync("undo", "1", "--archive", archive, "--json")).Output).RootElement;
        Assert.Equal(["import", "read", "added", "updated", "unchanged", "conflicts", "failed", "ended"], again.EnumerateObject().Select(field => field.Name));
        Assert.Equal((3, 0, 2), (again.GetProperty("read").GetInt32(), again.GetProperty("added").GetInt32(), again.GetProperty("unchanged").GetInt32()));
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Undo_keeps_what_was_published_since_and_says_how_to_take_it_too(string database)
    {
        var archive = NewArchive(database);
        var file = Boats("boats.jsonl", 1, 4);
        await Program.RunAsync("import", file, "--archive", archive, "--status", "draft");
        await Program.RunAsync("publish", "boat-2", "--archive", archive);
        await Program.RunAsync("publish", "boat-3", "--archive", archive);
        await Program.RunAsync("categories", "rename", "Boats", "Vessels", "--archive", archive);
        await Program.RunAsync("withdraw", "boat-3", "--archive", archive);
        var undo = await Program.RunAsync("undo", "1", "--archive", archive);
        Assert.Equal((1, "import 1: 2 removed, 0 reverted, 2 kept\n"), (undo.Exit, undo.Output));
        Assert.Equal(
            ["“Boat 2” (boat-2): It was published here since, and is kept.", "“Boat 3” (boat-3): It was withdrawn here since, and is kept.", "2 are kept only because they were published or withdrawn since: cuttings undo 1 --any-status takes them back too."],
            undo.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).OrderBy(line => char.IsAsciiDigit(line[0])).ThenBy(line => line, StringComparer.Ordinal));
        undo = await Program.RunAsync("undo", "1", "--archive", archive, "--any-status");
        Assert.Equal((0, "import 1: 2 removed, 0 reverted, 0 kept\n", ""), (undo.Exit, undo.Output, undo.Errors));
        Assert.Equal("No cutting is here yet.\n", (await Program.RunAsync("list", "--archive", archive)).Output);
    }

    [Fact]
    public async Task Undo_of_an_update_brings_nothing_back_to_the_public_that_was_withdrawn_since()
    {
        var archive = NewArchive("SQLite");
        var file = Boats("boats.jsonl", 1, 1);
        await Program.RunAsync("import", file, "--archive", archive);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("rowed", "sailed", StringComparison.Ordinal));
        await Program.RunAsync("import", file, "--archive", archive, "--update");
        await Program.RunAsync("withdraw", "boat-1", "--archive", archive);
        Assert.Equal("import 2: 0 removed, 1 reverted, 0 kept\n", (await Program.RunAsync("undo", "2", "--archive", archive, "--any-status")).Output);
        var kept = JsonDocument.Parse((await Program.RunAsync("export", "--all", "--archive", archive)).Output).RootElement;
        Assert.Equal(("withdrawn", true), (kept.GetProperty("status").GetString(), kept.GetProperty("body")[0].GetString()!.Contains("rowed", StringComparison.Ordinal)));
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

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Undo_ends_the_subscriptions_that_an_import_brought(string database)
    {
        var archive = NewArchive(database);
        string Opml(string name, params string[] feeds)
        {
            var file = Path.Combine(Folder, name);
            File.WriteAllText(file, $"<opml version=\"2.0\"><body>{string.Concat(feeds.Select(feed => $"<outline type=\"rss\" text=\"{feed}\" xmlUrl=\"https://{feed}.example/feed\"/>"))}</body></opml>");
            return file;
        }

        Assert.Equal("import 1: 2 of 2 feeds are followed anew\n", (await Program.RunAsync("import", Opml("one.opml", "echo", "tide"), "--archive", archive)).Output);
        var both = (await Program.RunAsync("import", Opml("two.opml", "tide", "kelp"), Boats("boats.jsonl", 1, 1), "--archive", archive)).Output;
        Assert.Contains("1 of 2 feeds are followed anew\nimport 2: 1 read, 1 added", both);
        // All are followed already: no import.
        Assert.Equal("0 of 1 feeds are followed anew\n", (await Program.RunAsync("import", Opml("three.opml", "kelp"), "--archive", archive)).Output);
        Assert.Equal((0, "import 2: 1 removed, 0 reverted, 0 kept; 1 feed no longer followed\n"), await UndoAsync("2"));
        Assert.Equal(["https://echo.example/feed", "https://tide.example/feed"], JsonDocument.Parse((await Program.RunAsync("subscriptions", "--json", "--archive", archive)).Output).RootElement.EnumerateArray().Select(one => one.GetProperty("address").GetString()));
        Assert.Equal((0, "import 1: 0 removed, 0 reverted, 0 kept; 2 feeds no longer followed\n"), await UndoAsync("1"));
        Assert.Equal((0, "import 1: nothing was left to undo\n"), await UndoAsync("1"));
        Assert.Matches(@"one\.opml  \(undone ", (await Program.RunAsync("imports", "--archive", archive)).Output);

        async Task<(int, string)> UndoAsync(string import)
        {
            var (exit, output, _) = await Program.RunAsync("undo", import, "--archive", archive);
            return (exit, output);
        }
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
        Assert.Matches(@"^ +2  \d{4}-\d\d-\d\d \d\d:\d\d +1 added +1 updated  two\.jsonl  \(undone \d{4}-\d\d-\d\d \d\d:\d\d\)$", listed[0]);
        Assert.Matches(@"^ +1  \d{4}-\d\d-\d\d \d\d:\d\d +3 added +0 updated  one\.jsonl$", listed[1]);
        var json = JsonDocument.Parse((await Program.RunAsync("imports", "--archive", archive, "--json")).Output).RootElement;
        Assert.Equal(["import", "at", "origin", "added", "updated", "undone"], json[0].EnumerateObject().Select(field => field.Name));
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
    public async Task Status_published_makes_nothing_public_that_was_not_public_where_it_comes_from()
    {
        var export = Path.Combine(Folder, "quay.xml");
        string Item(int id, string status, string password = "") => $"<item><title>Post {id}</title><link>https://quay.example/{id}/</link><content:encoded><![CDATA[Text of post {id}, which says enough to be read.]]></content:encoded><wp:post_id>{id}</wp:post_id><wp:post_date>2011-03-09 08:30:00</wp:post_date><wp:post_type>post</wp:post_type><wp:status>{status}</wp:status><wp:post_password>{password}</wp:post_password></item>";
        await File.WriteAllTextAsync(export, $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>The Quay</title><link>https://quay.example</link><wp:wxr_version>1.2</wp:wxr_version>{Item(1, "publish")}{Item(2, "draft")}{Item(3, "private")}{Item(4, "publish", "secret")}{Item(5, "pending")}{Item(6, "future")}{Item(7, "trash")}</channel></rss>");
        var archive = NewArchive("SQLite");
        var imported = await Program.RunAsync("import", export, "--archive", archive, "--status", "published");
        Assert.Contains("1 was scheduled to appear later and stays so", imported.Errors);
        foreach (var (hidden, why) in new[] { ("post-3", "It was private"), ("post-4", "It was behind a password") })
        {
            var refused = await Program.RunAsync("publish", hidden, "--archive", archive);
            Assert.Equal(2, refused.Exit);
            Assert.Contains(why, refused.Errors);
        }

        Assert.Equal(["Post 1"], (await Program.RunAsync("export", "--archive", archive)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("headline").GetString()));

        // A whole article of somebody else is published where that is asked for.
        var page = Path.Combine(Folder, "page.html");
        await File.WriteAllTextAsync(page, "<!doctype html><html lang=\"en\"><head><title>Night ferry</title><link rel=\"canonical\" href=\"https://echo.example/ferry\"></head><body><article><h1>Night ferry returns</h1><p>The night ferry left the quay at ten on Tuesday with two hundred and fourteen passengers aboard, the harbour office said.</p><p>It had lain idle since March, when its bow door would not close, and the county had paid for the repair.</p></article></body></html>");
        await Program.RunAsync("import", page, "--archive", archive, "--status", "published");
        Assert.Equal(0, (await Program.RunAsync("publish", "post-2", "--archive", archive)).Exit);
        Assert.Equal(0, (await Program.RunAsync("publish", "post-3", "--anyway", "--archive", archive)).Exit);
        Assert.Equal(4, (await Program.RunAsync("export", "--archive", archive)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task An_article_from_a_feed_and_from_its_page_is_one_draft_with_two_editions()
    {
        var feed = Path.Combine(Folder, "feed.xml");
        await File.WriteAllTextAsync(feed, "<rss version=\"2.0\"><channel><title>Harbour Echo</title><link>https://echo.example/</link><item><title>Night ferry returns</title><link>https://echo.example/ferry?utm_source=rss</link><guid>1</guid><description>The night ferry left the quay at ten on Tuesday ...</description></item></channel></rss>");
        var page = Path.Combine(Folder, "page.html");
        await File.WriteAllTextAsync(page, "<!doctype html><html lang=\"en\"><head><title>Night ferry</title><link rel=\"canonical\" href=\"https://www.echo.example/ferry\"></head><body><article><h1>Night ferry returns to the quay</h1><p class=\"byline\">By Ana Weir</p><p>The night ferry left the quay at ten on Tuesday with two hundred and fourteen passengers aboard, the harbour office said.</p><p>It had lain idle since March, when its bow door would not close, and the county had paid for the repair.</p></article></body></html>");
        var archive = NewArchive("SQLite");
        Assert.Equal(0, (await Program.RunAsync("import", feed, "--archive", archive)).Exit);
        Assert.Contains("1 read, 0 added, 1 updated", (await Program.RunAsync("import", page, "--archive", archive)).Output);
        Assert.Contains("1 unchanged", (await Program.RunAsync("import", page, "--archive", archive)).Output);
        Assert.Contains("1 unchanged", (await Program.RunAsync("import", feed, "--archive", archive)).Output);
        var draft = JsonDocument.Parse(Assert.Single((await Program.RunAsync("export", "--all", "--archive", archive)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal(("Night ferry returns", "draft"), (draft.GetProperty("headline").GetString(), draft.GetProperty("status").GetString()));
        // The whole text took the place of the teaser; both are kept.
        Assert.Equal(2, draft.GetProperty("body").GetArrayLength());
        Assert.Equal(2, draft.GetProperty("sources")[0].GetProperty("editions").GetArrayLength());
    }

    [Fact]
    public async Task A_dry_run_leaves_an_empty_database_empty()
    {
        var archive = NewArchive("PostgreSQL");
        Assert.Contains("would be: 3 read, 3 added", (await Program.RunAsync("import", Boats("boats.jsonl", 1, 3), "--archive", archive, "--dry-run")).Output);
        Assert.Equal(4, (await Program.RunAsync("check", "--archive", archive)).Exit);
    }
}
