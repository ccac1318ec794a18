using System.Net;
using System.Text.Json;
using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Settings;
using Cuttings.Sources;
using Cuttings.Vocabulary;
using Xunit;

namespace Cuttings.Web.Tests.Sources;

public sealed class SourcePageSpecs : SourceSite
{
    [Fact]
    public async Task A_source_shows_its_editions_newest_first_with_digest_times_and_what_changed()
    {
        await CiteAsync(Citing);
        await using (var session = await Archive.BeginAsync())
        {
            await session.SaveSettingsAsync(new ArchiveSettings { TimeZone = "Asia/Seoul" });
            await session.CommitAsync();
        }

        var id = await KeepAsync(Before, After);
        var page = await Client.GetStringAsync($"/source/{id}");
        Assert.True(page.IndexOf("Edition 2", StringComparison.Ordinal) < page.IndexOf("Edition 1", StringComparison.Ordinal));
        Assert.Contains("12 March 2026, 22:15:30 UTC</time> (13 March 2026, 07:15:30 in Asia/Seoul)", page);
        Assert.Contains("The headline was <del>Ferry to run again, officials say</del> and became <ins>Ferry runs again</ins>.", page);
        Assert.Contains("the headline changed, 1 sentence changed, 1 sentence added, 3 words gone", page);
        Assert.Contains((await Archive.Sources.SnapshotAsync(1))!.Digest[8..], page);
        Assert.Contains("href=\"/cutting/ferry-runs-again\"", page);
        Assert.Contains("href=\"/evidence\"", page);
        Assert.Contains("does not show", await Client.GetStringAsync("/evidence"));
    }

    [Fact]
    public async Task Nothing_public_tells_of_a_draft_that_cites_sources()
    {
        string[] text = ["The board of the Aune valley waterworks said on Monday that the upper dam loses forty litres a second through a seam that was grouted in 1974.", "Chief engineer Petra Lund told reporters that nobody in the lower villages was in danger, and that divers would go down in June."];
        await CiteAsync(Citing with
        {
            Headline = "Our mole in the office",
            Slug = "mole",
            Status = CuttingStatus.Draft,
            Sources = [new() { Url = Address + "&utm_source=mole", Title = "Mole’s working title", Outlet = "Mole", Byline = "The mole" }, new() { Url = "https://valley.example/dam", Title = "Mole’s copy", Outlet = "Mole", Editions = [new() { Text = [.. text] }] }],
        });
        await CiteAsync(Citing with { Sources = [new() { Url = Address }] });
        await CiteAsync(Citing with { Headline = "Seam", Slug = "seam", Sources = [new() { Url = "https://upland.example/seam", Title = "Seam", Editions = [new() { Text = [.. text] }] }] });
        using (var folding = new Folding(Archive))
        {
            await folding.FollowAsync();
        }

        var (hidden, shared, seam) = ((await Archive.Sources.FindByKeyAsync("https://valley.example/dam"))!, (await Archive.Sources.FindByKeyAsync("https://echo.example/ferry?id=1"))!, (await Archive.Sources.FindByKeyAsync("https://upland.example/seam"))!);
        Assert.Equal([hidden.Id, seam.Id], (await Archive.Stories.StoryAsync(seam.Id)).Select(source => source.Id).Order());
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/source/{hidden.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/source/{hidden.Id}.json")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync("/cutting/mole")).StatusCode);
        foreach (var path in new[] { "/", "/feed", "/cutting/seam", "/cutting/ferry-runs-again", $"/source/{shared.Id}", $"/source/{shared.Id}.json", $"/source/{seam.Id}", "/outlets", "/sitemap.xml", "/checked", "/api/v1/cuttings", "/api/v1/changes?since=0" })
        {
            var page = await Client.GetStringAsync(path);
            Assert.DoesNotContain("mole", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Also in", page);
        }
    }

    [Fact]
    public async Task What_no_published_cutting_cites_is_not_there()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync("/source/1")).StatusCode);
        var stored = await CiteAsync(Citing with { Status = CuttingStatus.Draft });
        await using (var session = await Archive.BeginAsync())
        {
            var (source, _) = await session.Sources.KeepAsync(new() { Key = "https://echo.example/ferry?id=1", Address = Address, Title = "In the intake only" });
            await session.Sources.CiteAsync(stored.Number, [source.Id]);
            await session.CommitAsync();
        }

        var id = await KeepAsync(Before);
        await RuleAsync(SourceRule.Full);
        await AllAre(HttpStatusCode.NotFound);
        await StatusAsync(CuttingStatus.Published);
        await AllAre(HttpStatusCode.OK);
        await StatusAsync(CuttingStatus.Withdrawn);
        await AllAre(HttpStatusCode.NotFound);

        async Task StatusAsync(CuttingStatus status)
        {
            await using var session = await Archive.BeginAsync();
            await session.UpdateAsync(stored.Number, stored.Cutting with { Status = status }, RevisionKind.Edited, null);
            await session.CommitAsync();
        }

        async Task AllAre(HttpStatusCode status)
        {
            foreach (var path in new[] { $"/source/{id}", $"/source/{id}.json", $"/source/{id}/edition/1", $"/source/{id}/edition/1/page" })
            {
                var answer = await Client.GetAsync(path);
                Assert.True(answer.StatusCode == status, $"{path} answered {answer.StatusCode}.");
                Assert.True(status == HttpStatusCode.OK || !(await answer.Content.ReadAsStringAsync()).Contains("Ferry", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task What_a_cutting_no_longer_cites_is_gone_before_anybody_has_followed()
    {
        var stored = await CiteAsync(Citing);
        var id = await KeepAsync(Before);
        await using (var session = await Archive.BeginAsync())
        {
            await session.UpdateAsync(stored.Number, stored.Cutting with { Sources = [] }, RevisionKind.Edited, null);
            await session.CommitAsync();
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/source/{id}")).StatusCode);
    }

    [Theory]
    [InlineData("/source")]
    [InlineData("/source/0")]
    [InlineData("/source/01")]
    [InlineData("/source/-1")]
    [InlineData("/source/99999999999999999999")]
    [InlineData("/source/1/edition")]
    [InlineData("/source/1/edition/3")]
    [InlineData("/source/1/edition/01")]
    [InlineData("/source/1/edition/1.json")]
    [InlineData("/source/1/edition/1/token")]
    [InlineData("/source/1/edition/1/page/x")]
    public async Task Other_addresses_are_none(string path)
    {
        await CiteAsync(Citing);
        await KeepAsync(Before, After);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Json_gives_the_facts_and_none_of_the_text()
    {
        await CiteAsync(Citing);
        var id = await KeepAsync(Before, After);
        await using (var session = await Archive.BeginAsync())
        {
            await session.Sources.TimestampAsync(2, new byte[] { 0x30, 1, 2 });
            await session.Sources.NoteChangeAsync();
            await session.CommitAsync();
        }

        await FoundAsync(id, SourceState.Gone, 410, First.AddDays(9));
        var text = await Client.GetStringAsync($"/source/{id}.json");
        Assert.DoesNotContain("passengers", text);
        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal(("gone", 410, "2026-03-21T22:15:30Z"), (json.GetProperty("state").GetString(), json.GetProperty("status").GetInt32(), json.GetProperty("since").GetString()));
        Assert.Equal([2, 1], json.GetProperty("editions").EnumerateArray().Select(edition => edition.GetProperty("n").GetInt32()));
        var newest = json.GetProperty("editions")[0];
        Assert.Equal("2026-03-14T22:15:30Z", newest.GetProperty("captured").GetString());
        Assert.Equal("MAEC", newest.GetProperty("snapshot").GetProperty("timestamp").GetString());
        Assert.True(newest.GetProperty("changes").GetProperty("headline").GetBoolean());
        Assert.Equal(1, newest.GetProperty("changes").GetProperty("sentencesAdded").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("editions")[1].GetProperty("changes").ValueKind);
        Assert.EndsWith("/cutting/ferry-runs-again", json.GetProperty("citedBy")[0].GetString());
        Assert.Equal([0x30, 1, 2], await Client.GetByteArrayAsync($"/source/{id}/edition/2/token"));
    }

    [Fact]
    public async Task Many_editions_go_on_page_by_page()
    {
        await CiteAsync(Citing);
        var id = await KeepAsync([.. Enumerable.Range(1, 45).Select(n => EditionOf("Ferry", $"Number {n} sailed.") with { Captured = First.AddDays(n) })]);
        var seen = new List<int>();
        for (var next = $"/source/{id}.json"; next is not null;)
        {
            var json = JsonDocument.Parse(await Client.GetStringAsync(next)).RootElement;
            seen.AddRange(json.GetProperty("editions").EnumerateArray().Select(edition => edition.GetProperty("n").GetInt32()));
            next = json.GetProperty("next").GetString() is { } more ? new Uri(more).PathAndQuery : null;
        }

        Assert.Equal(Enumerable.Range(1, 45).Reverse(), seen);
        Assert.Contains($"/source/{id}?before=26", await Client.GetStringAsync($"/source/{id}"));
    }

    [Fact]
    public async Task Hostile_names_stay_text()
    {
        const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        await CiteAsync(Citing with { Headline = Hostile, Sources = [Citing.Sources[0] with { Title = Hostile, Byline = Hostile, Outlet = Hostile }] });
        var id = await KeepAsync(EditionOf(Hostile, Hostile), EditionOf(Hostile + "2", Hostile + " more."));
        await FoundAsync(id, SourceState.SoftGone, 200, First, why: Hostile, movedTo: "https://echo.example/\"><script>");
        await RuleAsync(SourceRule.Full);
        foreach (var path in new[] { $"/source/{id}", $"/source/{id}/edition/1", $"/source/{id}/edition/2", "/cutting/ferry-runs-again" })
        {
            var page = await Client.GetStringAsync(path);
            Assert.DoesNotContain("<script>", page);
            Assert.DoesNotContain("<img", page);
            Assert.Contains("&lt;script&gt;alert(1)", page);
        }

        Assert.Equal(Hostile, JsonDocument.Parse(await Client.GetStringAsync($"/source/{id}.json")).RootElement.GetProperty("byline").GetString());
    }

    [Fact]
    public async Task Robots_are_asked_to_leave_kept_pages_alone() =>
        Assert.Contains("Disallow: /source/*/edition/*/page\n", await Client.GetStringAsync("/robots.txt"));
}
