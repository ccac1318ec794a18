using System.Net;
using System.Text.Json;
using Cuttings.Excerpts;
using Cuttings.Vocabulary;
using Xunit;

namespace Cuttings.Web.Tests;

public sealed class CollationSpecs : SiteUnderTest
{
    private const string Path = "/cutting/ferry-runs-again/collation";

    private static Cutting Checked => Ferry with
    {
        Headline = "Ferry to run again",
        Excerpt = Excerpt.OfParagraphs("The ferry sailed again. … It carried 214 passengers."),
        Sources =
        [
            new()
            {
                Url = "https://echo.example/1",
                Title = "Ferry to run again, officials say",
                Outlet = "Harbour Echo",
                Editions =
                [
                    new()
                    {
                        Captured = new DateTimeOffset(2026, 5, 3, 9, 0, 0, TimeSpan.Zero),
                        Text =
                        [
                            "The ferry sailed again, a clerk told the Echo on Friday.", "It had been painted <green> & grey.", "It carried about 214 passengers.", "The band played.", "A secret sentence stands here.",
                            "Another stands behind it.", "The ministry could not confirm the number of passengers.",
                        ],
                    },
                ],
            },
        ],
    };

    [Fact]
    public async Task The_cuttings_page_states_what_came_of_it()
    {
        await AddAsync(Checked);
        var page = await Client.GetStringAsync("/cutting/ferry-runs-again");
        Assert.Contains("Checked against the copy of 3 May 2026", page);
        Assert.Contains("3 cuts (2 unmarked)", page);
        Assert.Matches("[0-9]+ words were cut here\\.", page);
    }

    [Theory]
    [InlineData("2026-05-03T15:30:00Z", "3 May 2026, 09:00 UTC")]
    [InlineData("2026-05-03T09:00:40Z", "3 May 2026, 09:00:00 UTC")]
    [InlineData("2026-05-04T08:00:00Z", "3 May 2026")]
    public async Task Two_copies_of_one_day_are_told_apart_by_the_time(string other, string name)
    {
        var source = Checked.Sources[0];
        await AddAsync(Checked with { Sources = [source with { Editions = [source.Editions[0], new() { Captured = DateTimeOffset.Parse(other, System.Globalization.CultureInfo.InvariantCulture), Text = ["Quite another text stands here now."] }] }] });
        Assert.Contains($"Checked against the copy of {name}</a>", await Client.GetStringAsync("/cutting/ferry-runs-again"));
        Assert.Contains($"compared with the copy of {name} ·", await Client.GetStringAsync(Path));
    }

    [Fact]
    public async Task A_text_that_came_with_the_cutting_says_that_its_capture_time_is_unknown()
    {
        await AddAsync(Checked with { Sources = [Checked.Sources[0] with { Editions = [Checked.Sources[0].Editions[0] with { Captured = null }] }] });
        Assert.Contains("compared with the text that came with it, capture time unknown", await Client.GetStringAsync(Path));
    }

    [Fact]
    public async Task Both_views_name_the_same_warnings_in_words()
    {
        await AddAsync(Checked);
        foreach (var view in new[] { Path, Path + "?view=side" })
        {
            var page = await Client.GetStringAsync(view);
            foreach (var name in new[] { "Attribution dropped", "Number changed", "Denial dropped", "Headline hedge dropped" })
            {
                Assert.Contains(name, page);
            }

            Assert.Contains("<del>", page);
            Assert.Contains("&lt;green&gt; &amp; grey", page);
            Assert.DoesNotContain("<script>", page);
        }
    }

    [Theory]
    [InlineData("The ferry sailed again. … It had been painted grey.", "The ferry sailed again. It had been painted grey. The band played.", "False mark", 1)]
    [InlineData("The band played. … The ferry sailed again.", "The ferry sailed again. It had been painted grey. The band played.", "Sequence broken", 1)]
    [InlineData("The ferry sailed again. It had been painted grey. …", "The ferry sailed again.|It had been painted grey.", "False mark", 1)]
    [InlineData("… The ferry sailed again. It had been painted grey.", "The ferry sailed again.|It had been painted grey.", "False mark", 1)]
    [InlineData("The ferry sailed … again. … The band played on.", "The ferry sailed again. The band played on.", "False mark", 2)]
    public async Task Each_warning_of_a_mark_is_named_once_in_both_views(string excerpt, string text, string name, int count)
    {
        var source = Checked.Sources[0];
        var edition = source.Editions[0] with { Text = [.. text.Split('|')] };
        await AddAsync(Checked with { Headline = source.Title!, Excerpt = Excerpt.OfParagraphs(excerpt), Sources = [source with { Editions = [edition] }] });
        Assert.Contains($"; {count} {(count == 1 ? "warning" : "warnings")}.", await Client.GetStringAsync("/cutting/ferry-runs-again"));
        foreach (var view in new[] { Path, Path + "?view=side" })
        {
            Assert.Equal(count, (await Client.GetStringAsync(view)).Split($"<strong>{name}</strong>").Length - 1);
        }
    }

    [Fact]
    public async Task Only_the_passages_around_what_was_taken_are_shown_and_offsets_are_theirs()
    {
        await AddAsync(Checked);
        foreach (var path in new[] { Path, Path + "?view=side", Path + ".json" })
        {
            Assert.DoesNotContain("Another stands behind it", await Client.GetStringAsync(path));
        }

        var json = JsonDocument.Parse(await Client.GetStringAsync(Path + ".json")).RootElement;
        var source = json.GetProperty("sourceText").GetString()!;
        Assert.Contains("could not confirm", source);
        foreach (var sentence in json.GetProperty("sentences").EnumerateArray())
        {
            foreach (var passage in sentence.GetProperty("source").EnumerateArray())
            {
                Assert.InRange(passage[0].GetInt32(), 0, source.Length);
                Assert.InRange(passage[1].GetInt32(), passage[0].GetInt32() + 1, source.Length);
            }

            foreach (var variant in sentence.GetProperty("variants").EnumerateArray())
            {
                Assert.Equal(variant.GetProperty("source").GetString(), source[variant.GetProperty("sourceAt")[0].GetInt32()..variant.GetProperty("sourceAt")[1].GetInt32()]);
            }
        }
    }

    [Fact]
    public async Task Facts_alone_give_none_of_the_sources_words()
    {
        await AddAsync(Checked);
        await RuleAsync(SourceRule.Facts);
        foreach (var path in new[] { Path, Path + "?view=side", Path + ".json" })
        {
            var answer = await Client.GetStringAsync(path);
            foreach (var words in new[] { "a clerk told", "painted", "could not confirm", "secret" })
            {
                Assert.DoesNotContain(words, answer);
            }

            Assert.Contains("ttribution", answer);
        }
    }

    [Fact]
    public async Task The_whole_article_is_shown_where_that_is_allowed()
    {
        await AddAsync(Checked);
        await RuleAsync(SourceRule.Full);
        Assert.Contains("Another stands behind it", await Client.GetStringAsync(Path));
    }

    [Fact]
    public async Task An_excerpt_that_is_not_shown_whole_is_not_given_away_here()
    {
        await AddAsync(Checked);
        await using (var session = await Archive.BeginAsync())
        {
            await session.SetDisplayAsync("Harbour Echo", DisplayRule.HeadlineOnly);
            await session.CommitAsync();
        }

        Assert.DoesNotContain("214 passengers", await Client.GetStringAsync(Path));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(Path + ".json")).StatusCode);
    }

    [Fact]
    public async Task Without_a_copy_the_page_says_so()
    {
        await AddAsync(Ferry);
        Assert.Contains("No copy of the source is kept", await Client.GetStringAsync(Path));
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(Path + ".json")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync("/cutting/none/collation")).StatusCode);
        Assert.Contains("Nothing yet", await Client.GetStringAsync("/checked"));
    }

    [Fact]
    public async Task A_withdrawn_cutting_takes_its_collation_with_it()
    {
        var stored = await AddAsync(Checked);
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync(Path)).StatusCode);
        await using (var session = await Archive.BeginAsync())
        {
            await session.UpdateAsync(stored.Number, stored.Cutting with { Status = CuttingStatus.Withdrawn }, Archiving.RevisionKind.Edited, null);
            await session.CommitAsync();
        }

        Assert.Equal(HttpStatusCode.Gone, (await Client.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await Client.GetAsync(Path + ".json")).StatusCode);
        Assert.DoesNotContain("Ferry", await Client.GetStringAsync("/checked"));
    }

    [Fact]
    public async Task The_archives_own_record_counts()
    {
        await AddAsync(Checked);
        await AddAsync(Ferry with { Slug = "other" });
        var page = await Client.GetStringAsync("/checked");
        Assert.Contains("1 of 2", page);
        Assert.Contains("Attribution dropped", page);
        Assert.Contains("/outlet/harbour-echo", page);
        Assert.Contains("/author/n-osk", page);
        Assert.Contains(Path, page);
    }

    [Fact]
    public async Task A_cutting_of_two_sources_is_judged_by_each_for_what_came_from_it()
    {
        await AddAsync(Checked with
        {
            Excerpt = Excerpt.OfParagraphs("The ferry sailed again, a clerk told the Echo on Friday.", "Prices for onions fell by half within a week."),
            Sources = [Checked.Sources[0], new() { Title = "Onions", Outlet = "Lantern", Editions = [new() { Text = ["Prices for onions fell by half within a week.", "Nobody knows why."] }] }],
        });
        var page = await Client.GetStringAsync(Path);
        Assert.Contains("Source 2 of 2", page);
        Assert.Contains("stands in another source of this cutting", page);
        Assert.DoesNotContain("not in the source", page);
        Assert.Single(JsonDocument.Parse(await Client.GetStringAsync(Path + ".json")).RootElement.GetProperty("others").EnumerateArray());
    }

    private async Task RuleAsync(SourceRule rule)
    {
        await using var session = await Archive.BeginAsync();
        await session.SetSourcesAsync("Harbour Echo", rule);
        await session.CommitAsync();
    }
}
