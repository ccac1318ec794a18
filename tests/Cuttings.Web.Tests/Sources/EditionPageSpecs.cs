using System.Net;
using Cuttings.Sources;
using Cuttings.Vocabulary;
using Xunit;

namespace Cuttings.Web.Tests.Sources;

public sealed class EditionPageSpecs : SourceSite
{
    [Fact]
    public async Task A_whole_edition_shows_what_changed_word_by_word()
    {
        await CiteAsync(Citing);
        await RuleAsync(SourceRule.Full);
        var id = await KeepAsync(Before, After);
        var page = Plain(await Client.GetStringAsync($"/source/{id}/edition/2"));
        Assert.Contains("<p>The ferry sailed again on <del>[was: Tuesday]</del> <ins>[new: Wednesday]</ins>.</p><p>It carried 214 passengers.</p><p><del>[was: The band played.]</del></p>", page);
        Assert.Contains("<p><span class=\"trivia\">A secret sentence stands here! [only punctuation or spacing is new]</span></p><p><ins>[new: Nobody was hurt.]</ins></p><p>The ministry could not be reached.</p>", page);
        Assert.True(page.IndexOf("The headline was", StringComparison.Ordinal) < page.IndexOf("Changed from the edition before", StringComparison.Ordinal));
        Assert.Contains("noindex", page);
        var first = Plain(await Client.GetStringAsync($"/source/{id}/edition/1"));
        Assert.Contains("The first copy.", first);
        Assert.Contains("<p>The band played.</p>", first);
        Assert.DoesNotContain("<ins>", first);
    }

    [Fact]
    public async Task Changes_of_trivia_alone_are_muted()
    {
        await CiteAsync(Citing);
        var id = await KeepAsync(EditionOf("Ferry", "“It sailed,” he said."), EditionOf("Ferry", "\"It sailed\", he said.") with { Captured = First.AddDays(1) });
        Assert.Contains("<p class=\"changes trivia\">Changed from the edition before: only punctuation or spacing changed.</p>", await Client.GetStringAsync($"/source/{id}"));
    }

    [Fact]
    public async Task Only_the_passages_that_were_cut_are_shown_where_no_more_is_allowed()
    {
        await CiteAsync(Citing);
        var id = await KeepAsync(Before, After);
        foreach (var path in new[] { $"/source/{id}", $"/source/{id}/edition/1", $"/source/{id}/edition/2", $"/source/{id}.json" })
        {
            var page = await Client.GetStringAsync(path);
            Assert.DoesNotContain("hurt", page);
            Assert.DoesNotContain("ministry", page);
            // In the second edition it stands beside what was cut.
            Assert.True(path.EndsWith("/2", StringComparison.Ordinal) || !page.Contains("secret", StringComparison.Ordinal));
        }

        var edition = await Client.GetStringAsync($"/source/{id}/edition/1");
        Assert.Contains("sailed again", edition);
        Assert.Contains("only the passages around what was cut are shown", edition);
        Assert.DoesNotContain("class=\"warning\"", edition);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/source/{id}/edition/1/page")).StatusCode);
        Assert.DoesNotContain("/page\"", edition);
    }

    [Fact]
    public async Task Facts_alone_give_none_of_the_articles_words()
    {
        await CiteAsync(Citing);
        await RuleAsync(SourceRule.Facts);
        var id = await KeepAsync(Before, After);
        foreach (var path in new[] { $"/source/{id}", $"/source/{id}/edition/1", $"/source/{id}/edition/2", $"/source/{id}.json" })
        {
            var page = await Client.GetStringAsync(path);
            Assert.DoesNotContain("sailed", page);
            Assert.DoesNotContain("Ferry runs again", page);
        }

        Assert.Contains("the headline changed, 1 sentence changed", await Client.GetStringAsync($"/source/{id}/edition/2"));
    }

    [Fact]
    public async Task Of_several_rules_the_strictest_holds()
    {
        await CiteAsync(Citing);
        await CiteAsync(Citing with { Slug = "other", Credit = Citing.Credit with { Outlet = "Tidewater Gazette" } });
        await RuleAsync(SourceRule.Full);
        var id = await KeepAsync(Before);
        Assert.DoesNotContain("secret", await Client.GetStringAsync($"/source/{id}/edition/1"));
        await RuleAsync(SourceRule.Full, "Tidewater Gazette");
        Assert.Contains("secret", await Client.GetStringAsync($"/source/{id}/edition/1"));
        await using (var session = await Archive.BeginAsync())
        {
            await session.SetDisplayAsync("Tidewater Gazette", DisplayRule.HeadlineOnly);
            await session.CommitAsync();
        }

        Assert.DoesNotContain("sailed", await Client.GetStringAsync($"/source/{id}/edition/1"));
    }

    [Fact]
    public async Task The_kept_page_is_locked_up_and_says_what_it_is()
    {
        await CiteAsync(Citing);
        await RuleAsync(SourceRule.Full);
        var id = await KeepAsync(Before);
        Assert.Contains($"/source/{id}/edition/1/page", await Client.GetStringAsync($"/source/{id}/edition/1"));
        var answer = await Client.GetAsync($"/source/{id}/edition/1/page");
        AssertLocked(answer);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var page = await answer.Content.ReadAsStringAsync();
        var snapshot = (await Archive.Sources.SnapshotAsync(1))!;
        Assert.Contains("<strong>Kept copy</strong> of <a rel=\"noreferrer external\" href=\"https://echo.example/ferry?id=1\">", page);
        Assert.Contains("captured 12 March 2026, 22:15:30 UTC, digest <code>" + snapshot.Digest, page);
        Assert.Contains($"href=\"/source/{id}\"", page);
        Assert.Contains("A &lt;title&gt;", page);
        Assert.Contains("<p>inert <h1>", page);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/source/{id}/edition/1/page");
        again.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.ToString());
        var unchanged = await Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        AssertLocked(unchanged);
    }

    [Fact]
    public async Task A_kept_page_that_lost_its_digest_is_not_shown()
    {
        await CiteAsync(Citing);
        await RuleAsync(SourceRule.Full);
        var id = await KeepAsync(Before);
        var file = Directory.GetFiles(System.IO.Path.Combine(Archive.FilesFolder, "snapshots")).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        var answer = await Client.GetAsync($"/source/{id}/edition/1/page");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("no longer has the digest", await answer.Content.ReadAsStringAsync());
    }

    private static void AssertLocked(HttpResponseMessage answer)
    {
        Assert.Equal("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("noindex, nofollow", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    private static string Plain(string page) => page.Replace("<span class=\"unseen\" lang=\"en\">", "", StringComparison.Ordinal).Replace("]</span>", "]", StringComparison.Ordinal).Replace(": </span>", ": ", StringComparison.Ordinal);
}
