using System.Text.Json;
using Xunit;

namespace Cuttings.Specs.Collecting;

/// <summary>Following feeds and watching sources, with the real program and a real server.</summary>
public sealed class CollectSpecs : IAsyncLifetime
{
    private static readonly string[] Ferry = ["The night ferry left the quay at ten on Tuesday with two hundred and fourteen passengers aboard, the harbour office said.", "It had lain idle since March, when its bow door would not close, and the county had paid for the repair.", "The harbour master, Ida Roll, said that the second boat would follow in June if the money held out."];
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-collect-").FullName;
    private Press press = null!;

    private string Archive => Path.Combine(folder, "archive.db");

    public async ValueTask InitializeAsync() => press = await Press.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await press.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_feed_is_followed_and_its_entries_are_kept_as_sources()
    {
        press.PutArticle("/ferry", "Night ferry returns", Ferry);
        press.PutFeed("/feed", "Harbour Echo", ("/ferry", "Night ferry returns"), ("/gone", "A page that is gone"));
        var subscribed = await RunAsync("subscribe", press.Address + "/feed", "--folder", "Harbours");
        Assert.Equal((0, "subscription 1: Harbour Echo, 2 entries in the intake"), (subscribed.Exit, subscribed.Output.Trim()));
        var collected = await RunAsync("collect", "--once", "--json");
        Assert.Equal(1, collected.Exit);
        var report = JsonDocument.Parse(collected.Output).RootElement;
        Assert.Equal((1, 1, 0), (report.GetProperty("first").GetInt32(), report.GetProperty("failedSources").GetInt32(), report.GetProperty("feeds").GetInt32()));
        Assert.Contains("/gone: It is gone: the server answered 404.", collected.Errors);
        var listed = (await RunAsync("sources", "list", "--all")).Output;
        Assert.Contains("there", listed);
        Assert.Contains(press.Address + "/ferry", listed);

        // Nothing is due, so nothing is asked for again.
        var before = press.Asked.Count;
        Assert.Equal(0, (await RunAsync("collect", "--once")).Exit);
        Assert.Equal(before, press.Asked.Count);
        Assert.Contains("well", (await RunAsync("subscriptions")).Output);
    }

    [Fact]
    public async Task A_page_that_names_a_feed_is_enough_and_one_that_names_none_is_told()
    {
        press.PutFeed("/news.xml", "Harbour Echo", ("/ferry", "Night ferry returns"));
        press.Put("/", "text/html", "<!doctype html><title>Harbour Echo</title><link rel=\"alternate\" type=\"application/rss+xml\" title=\"News\" href=\"/news.xml\"><p>Welcome.");
        press.Put("/none", "text/html", "<!doctype html><title>None</title><p>Nothing.");
        Assert.Contains("Harbour Echo, 1 entries", (await RunAsync("subscribe", press.Address + "/")).Output);
        Assert.Contains("followed already", (await RunAsync("subscribe", press.Address + "/news.xml")).Output);
        // A feed that has been mended need not wait for its turn: it is asked at once.
        press.PutFeed("/news.xml", "Harbour Echo", ("/ferry", "Night ferry returns"), ("/quay", "Quay reopens"));
        Assert.Contains("asked again now: 1 new entry", (await RunAsync("subscribe", press.Address + "/news.xml")).Output);
        var none = await RunAsync("subscribe", press.Address + "/none");
        Assert.Equal(3, none.Exit);
        Assert.Contains("is no feed, and the page names none", none.Errors);
        Assert.Equal(4, (await RunAsync("subscribe", press.Address + "/missing")).Exit);
        Assert.Equal(2, (await RunAsync("subscribe", "http://10.0.0.1/feed")).Exit);
    }

    [Fact]
    public async Task Why_a_feed_fails_is_told_in_one_line()
    {
        press.PutFeed("/feed", "Harbour Echo", ("/ferry", "Night ferry returns"));
        press.PutArticle("/ferry", "Night ferry returns", Ferry);
        await File.WriteAllTextAsync(Path.Combine(folder, "list.opml"), $"<opml version=\"2.0\"><body><outline text=\"Sea\"><outline type=\"rss\" text=\"Echo\" xmlUrl=\"{press.Address}/feed\"/><outline type=\"rss\" text=\"Broken\" xmlUrl=\"{press.Address}/broken\"/></outline></body></opml>");
        press.Put("/broken", "text/html", "<!doctype html><title>Login</title><p>Please log in.");
        Assert.Contains("2 of 2 feeds are new", (await RunAsync("subscribe", Path.Combine(folder, "list.opml"))).Output);
        Assert.Equal(1, (await RunAsync("collect", "--once")).Exit);
        var failing = (await RunAsync("subscriptions", "--failing")).Output;
        Assert.Contains("Broken", failing);
        Assert.Contains("not a feed", failing);
        Assert.DoesNotContain("Echo", failing);
        Assert.Contains("xmlUrl", (await RunAsync("subscriptions", "--opml")).Output);
        Assert.Equal(2, (await RunAsync("unsubscribe", "--folder", "Se")).Exit);
        Assert.Equal("no longer followed: Echo\nno longer followed: Broken\n", (await RunAsync("unsubscribe", "--folder", "Sea")).Output);
        Assert.Contains("follows no feed yet", (await RunAsync("subscriptions")).Output);
    }

    [Fact]
    public async Task A_published_cuttings_source_is_watched_and_its_changes_are_kept_and_collated()
    {
        press.PutArticle("/ferry", "Night ferry returns", Ferry);
        await File.WriteAllTextAsync(Path.Combine(folder, "cuttings.jsonl"), $$$"""{"headline":"Night ferry returns","body":["The night ferry left the quay at ten on Tuesday with two hundred and fourteen passengers aboard."],"credit":"[Harbour Echo]","outlet":"Harbour Echo","source":{"url":"{{{press.Address}}}/ferry"}}""" + "\n");
        await RunAsync("import", Path.Combine(folder, "cuttings.jsonl"));
        Assert.Contains("1 first, 0 changed", (await RunAsync("sources", "check")).Output);
        Assert.Contains("attribution-dropped", (await RunAsync("collations")).Output);

        // The same again is no edition; other words are.
        Assert.Contains("0 first, 0 changed", (await RunAsync("sources", "check", "--all")).Output);
        press.PutArticle("/ferry", "Night ferry delayed", [Ferry[0].Replace("ten", "eleven", StringComparison.Ordinal), .. Ferry[1..]]);
        var changed = await RunAsync("sources", "check", press.Address + "/ferry");
        Assert.Contains("edition 2 kept: the headline changed, 1 sentence changed", changed.Output);
        press.Put("/ferry", "text/html", "<p>Gone.", 410);
        Assert.Contains("It is gone: the server answered 410.", (await RunAsync("sources", "check", "1")).Errors);
        Assert.Contains("gone", (await RunAsync("sources", "list", "--gone")).Output);

        // Twice changes nothing, although editions have come since.
        Assert.Contains("1 unchanged", (await RunAsync("import", Path.Combine(folder, "cuttings.jsonl"))).Output);
        Assert.Equal(0, (await RunAsync("check")).Exit);
    }

    [Theory]
    [InlineData("warc")]
    [InlineData("wacz")]
    public async Task Kept_copies_leave_as_a_web_archive_that_is_read_again(string form)
    {
        press.PutArticle("/ferry", "Night ferry returns", Ferry);
        press.PutFeed("/feed", "Harbour Echo", ("/ferry", "Night ferry returns"));
        await RunAsync("subscribe", press.Address + "/feed");
        await RunAsync("collect", "--once");
        Assert.Equal(2, (await RunAsync("export", "--format", form)).Exit);
        var file = Path.Combine(folder, "copies");
        var exported = await RunAsync("export", "--all", "--format", form, "-o", file);
        Assert.Equal((0, $"wrote 1 kept copy to {file}"), (exported.Exit, exported.Errors.Trim()));
        var read = JsonDocument.Parse((await RunAsync("read", file, "--json")).Output).RootElement;
        Assert.Equal("Night ferry returns", read.GetProperty("headline").GetString());
        Assert.Equal(press.Address + "/ferry", read.GetProperty("sources")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Collecting_that_is_killed_loses_nothing_it_told_and_asks_for_nothing_twice()
    {
        for (var n = 0; n < 6; n++)
        {
            press.PutArticle($"/a{n}", $"Night ferry number {n} returns", Ferry);
        }

        press.PutFeed("/feed", "Harbour Echo", [.. Enumerable.Range(0, 6).Select(n => ($"/a{n}", $"Night ferry number {n} returns"))]);
        await RunAsync("subscribe", press.Address + "/feed");
        var told = new List<string>();
        for (var turn = 0; turn < 3; turn++)
        {
            using var process = Program.StartWith([("CUTTINGS_ARCHIVE", Archive), ("CUTTINGS_TEST_ALLOW", press.Allowed)], "collect", "--once");
            // Killed right behind an acknowledgement.
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.EndsWith("edition 1 kept", StringComparison.Ordinal))
                {
                    told.Add(line.Split(": ")[0]);
                    break;
                }
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.NotEmpty(told);
        var listed = (await RunAsync("sources", "list", "--all")).Output.Split('\n');
        Assert.All(told, address => Assert.Contains(listed, line => line.EndsWith(address, StringComparison.Ordinal) && line.Contains("  1 editions", StringComparison.Ordinal)));
        Assert.All(press.Asked.Where(path => path.StartsWith("/a", StringComparison.Ordinal)).GroupBy(path => path, StringComparer.Ordinal), asked => Assert.Single(asked));
        Assert.Equal(0, (await RunAsync("check")).Exit);
    }

    [Fact]
    public async Task Agency_copy_from_two_papers_is_one_story_until_an_editor_parts_it()
    {
        press.PutArticle("/echo/ferry", "Night ferry returns", Ferry);
        press.PutArticle("/post/ferry", "Ferry sails again after repair", ["SKERRY — From our own wire.", .. Ferry]);
        press.PutArticle("/post/eels", "Eel season opens", "The eel season on the Nord opened on Sunday with a blessing of the nets, and a catch of forty kilos.", "It was the best in nine years, according to the guild of fishers, which keeps a ledger in the crypt.");
        press.PutFeed("/echo/feed", "Harbour Echo", ("/echo/ferry", "Night ferry returns"));
        press.PutFeed("/post/feed", "Skerry Post", ("/post/ferry", "Ferry sails again after repair"), ("/post/eels", "Eel season opens"));
        await RunAsync("subscribe", press.Address + "/echo/feed");
        await RunAsync("subscribe", press.Address + "/post/feed");
        Assert.Equal(0, (await RunAsync("collect", "--once")).Exit);
        var stories = (await RunAsync("sources", "stories", "--all", "--json")).Output.TrimEnd().Split('\n');
        var story = JsonDocument.Parse(Assert.Single(stories)).RootElement.GetProperty("sources");
        Assert.Equal(["Harbour Echo", "Skerry Post"], story.EnumerateArray().Select(source => source.GetProperty("outlet").GetString()).Order());
        Assert.Contains("None", (await RunAsync("sources", "stories")).Output);

        // Cut from both: the site shows the story once, and names the other.
        await File.WriteAllTextAsync(Path.Combine(folder, "cuttings.jsonl"), string.Concat(new[] { ("Echo cutting", "Harbour Echo", "/echo/ferry"), ("Post cutting", "Skerry Post", "/post/ferry"), ("Eels", "Skerry Post", "/post/eels") }
            .Select(cut => $$$"""{"headline":"{{{cut.Item1}}}","posted":"2026-05-04","body":["The night ferry left the quay at ten."],"credit":"[{{{cut.Item2}}}]","outlet":"{{{cut.Item2}}}","source":{"url":"{{{press.Address}}}{{{cut.Item3}}}"}}""" + "\n")));
        await RunAsync("import", Path.Combine(folder, "cuttings.jsonl"));
        Assert.Contains("(leads)", (await RunAsync("sources", "stories")).Output);
        await using var site = await Site.StartAsync("--archive", Archive);
        var front = await site.Client.GetStringAsync("/");
        Assert.Single(front.Split("Also in ")[1..]);
        Assert.Equal(2, front.Split("<article").Length - 1);
        foreach (var path in new[] { "/cutting/echo-cutting", "/cutting/post-cutting" })
        {
            Assert.Contains("Also in ", await site.Client.GetStringAsync(path));
        }

        Assert.Contains("two stories", (await RunAsync("sources", "part", press.Address + "/echo/ferry", press.Address + "/post/ferry")).Output);
        Assert.Equal(3, (await site.Client.GetStringAsync("/")).Split("<article").Length - 1);
        Assert.Equal(0, (await RunAsync("check")).Exit);
    }

    [Fact]
    public async Task A_feeds_hub_is_asked_to_call_and_its_call_is_confirmed_at_the_site()
    {
        var site = $"http://127.0.0.1:{FreePort()}";
        using var caller = new HttpClient();
        var confirmed = new TaskCompletionSource<string>();
        press.Put("/hub", async http =>
        {
            var form = await http.Request.ReadFormAsync();
            http.Response.StatusCode = 202;
            await http.Response.CompleteAsync();
            var callback = form["hub.callback"].ToString();
            // Another topic than the one asked for is not confirmed.
            var wrong = await caller.GetAsync($"{callback}?hub.mode=subscribe&hub.topic=https%3A%2F%2Fother.example%2F&hub.challenge=abc&hub.lease_seconds=864000");
            var right = await caller.GetStringAsync($"{callback}?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(form["hub.topic"].ToString())}&hub.challenge=abc123&hub.lease_seconds=864000");
            confirmed.TrySetResult($"{form["hub.mode"]} {form["hub.topic"]} {callback.StartsWith(site + "/websub/1/", StringComparison.Ordinal)} {form.ContainsKey("hub.secret")} {(int)wrong.StatusCode} {right}");
        });
        press.PutArticle("/ferry", "Night ferry returns", Ferry);
        press.Put("/feed", "application/atom+xml", $"""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Echo</title><id>urn:echo</id><updated>2026-05-03T09:00:00Z</updated><link rel="self" href="{press.Address}/feed"/><link rel="hub" href="{press.Address}/hub"/>
            <entry><id>urn:echo:1</id><title>Night ferry returns</title><updated>2026-05-03T09:00:00Z</updated><link href="{press.Address}/ferry"/></entry></feed>
            """);
        Assert.Equal(0, (await RunAsync("settings", "set", "base-address", site)).Exit);
        Assert.Equal(0, (await RunAsync("subscribe", press.Address + "/feed")).Exit);
        await using (await Site.StartWithAsync([("CUTTINGS_TEST_ALLOW", press.Allowed)], site, "--archive", Archive, "--collect"))
        {
            // Over plain HTTP the secret is not told.
            Assert.Equal($"subscribe {press.Address}/feed True False 404 abc123", await confirmed.Task.WaitAsync(TimeSpan.FromMinutes(2)));
        }

        var until = JsonDocument.Parse((await RunAsync("subscriptions", "--json")).Output).RootElement[0].GetProperty("hubUntil").GetDateTime();
        Assert.InRange(until - DateTime.UtcNow, TimeSpan.FromDays(9), TimeSpan.FromDays(11));
    }

    [Fact]
    public async Task One_page_is_read_by_its_address()
    {
        press.PutArticle("/ferry", "Night ferry returns", Ferry);
        var read = JsonDocument.Parse((await RunAsync("read", press.Address + "/ferry", "--json")).Output).RootElement;
        Assert.Equal(("Night ferry returns", "Ana Weir", "draft"), (read.GetProperty("headline").GetString(), read.GetProperty("byline").GetString(), read.GetProperty("status").GetString()));
        Assert.Equal(Ferry, read.GetProperty("body").EnumerateArray().Select(paragraph => paragraph.GetString()!));
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments) =>
        Program.RunWithAsync([("CUTTINGS_ARCHIVE", Archive), ("CUTTINGS_TEST_ALLOW", press.Allowed)], arguments);
}
