using Cuttings.Archiving;
using Cuttings.Credits;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Importing;
using Cuttings.Listing;
using Cuttings.Settings;
using Cuttings.Vocabulary;
using Xunit;

namespace Cuttings.Storage.Tests.Archives;

/// <summary>What an archive does, whatever database holds it.</summary>
public abstract class ArchiveSpecs : ArchiveUnderTest
{
    [Fact]
    public async Task A_cutting_comes_back_as_it_went_in()
    {
        var cutting = Ferry with
        {
            Status = CuttingStatus.Published,
            Permalink = "https://old.example/2020/05/ferry/",
            Sources = [new() { Url = "https://echo.example/1", Title = "Ferry", Editions = [new() { Text = ["It ran.", "It ran again."], Extra = Extra("crawler", "1") }], Extra = Extra("page", "\"A3\"") }],
            Corrections = [new(PostedDate.Parse("2020-06-01"), "The ferry is the Marjan, not the Mirjan.")],
        };
        var stored = await AddAsync(cutting);
        var found = (await Archive.FindBySlugAsync("ferry-runs-again"))!;
        Assert.Equal(stored.Number, found.Number);
        Assert.Equal(cutting.Excerpt, found.Cutting.Excerpt);
        Assert.Equal(cutting.Credit, found.Cutting.Credit);
        Assert.Equal("It ran again.", found.Cutting.Sources[0].Editions[0].Text[1]);
        Assert.Equal("\"A3\"", found.Cutting.Sources[0].Extra["page"]);
        Assert.Equal("1", found.Cutting.Sources[0].Editions[0].Extra["crawler"]);
        Assert.Equal("The ferry is the Marjan, not the Mirjan.", found.Cutting.Corrections[0].Text);
        Assert.Equal("ferry-runs-again", await Archive.SlugByPermalinkAsync("/2020/05/ferry/"));
    }

    [Fact]
    public async Task Lists_are_newest_first_and_the_undated_come_last_in_imported_order()
    {
        await AddAsync(Ferry with { Headline = "Undated one", Posted = null });
        await AddAsync(Ferry with { Headline = "Old", Posted = PostedDate.Parse("2019-01-02") });
        await AddAsync(Ferry with { Headline = "Undated two", Posted = null });
        await AddAsync(Ferry with { Headline = "New", Posted = PostedDate.Parse("2020-01-02") });
        Assert.Equal(["New", "Old", "Undated one", "Undated two"], await HeadlinesAsync(ListKey.All));
        Assert.Equal(["Undated one", "Undated two"], await HeadlinesAsync(new(ListKind.Undated)));
        Assert.Equal(["Old"], await HeadlinesAsync(new(ListKind.Month, "2019-01")));
        Assert.Equal(["New"], await HeadlinesAsync(new(ListKind.Year, "2020")));
        Assert.Null(await Archive.ListAsync(new ListRequest(new(ListKind.Year, "1999"), 20)));
    }

    [Fact]
    public async Task Pages_lead_forth_and_back_without_loss_or_repetition()
    {
        for (var n = 0; n < 25; n++)
        {
            await AddAsync(Ferry with { Headline = $"Number {n:00}", Posted = n < 20 ? PostedDate.Parse($"2020-01-{1 + (n / 2):00}") : null });
        }

        var forth = new List<string>();
        ListPosition? after = null;
        ListPage page;
        do
        {
            page = (await Archive.ListAsync(new ListRequest(ListKey.All, 10) { After = after }))!;
            forth.AddRange(page.Cuttings.Select(cutting => cutting.Headline));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(25, forth.Distinct().Count());
        var middle = (await Archive.ListAsync(new ListRequest(ListKey.All, 10) { Before = page.Previous }))!;
        Assert.Equal(forth[10..20], middle.Cuttings.Select(cutting => cutting.Headline));
        var first = (await Archive.ListAsync(new ListRequest(ListKey.All, 10) { Before = middle.Previous }))!;
        Assert.Equal(forth[..10], first.Cuttings.Select(cutting => cutting.Headline));
        Assert.Null(first.Previous);
    }

    [Theory]
    [InlineData(CuttingStatus.Draft)]
    [InlineData(CuttingStatus.Review)]
    [InlineData(CuttingStatus.Scheduled)]
    [InlineData(CuttingStatus.Withdrawn)]
    public async Task What_is_not_published_is_nowhere(CuttingStatus status)
    {
        var stored = await AddAsync(Ferry with { Status = status });
        Assert.Empty(await HeadlinesAsync(ListKey.All));
        Assert.Empty(await HeadlinesAsync(new(ListKind.Category, "ferries")));
        Assert.Null(await Archive.FindBySlugAsync(stored.Cutting.Slug!));
        Assert.Null(await Archive.FindByIdAsync(stored.Cutting.Id!));
        Assert.Empty(await Archive.ByNumbersAsync([stored.Number]));
        Assert.Empty(await Archive.TermsAsync(TermKind.Category));
        Assert.Empty(await Archive.MonthsAsync());
        Assert.Null(Assert.Single(await Archive.ChangesAsync(0, 10)).Cutting);
        Assert.Equal(status == CuttingStatus.Withdrawn, await Archive.IsWithdrawnAsync(stored.Cutting.Slug!));
        Assert.Empty(await Archive.ReadAllAsync(all: false).ToListAsync());
        Assert.Single(await Archive.ReadAllAsync(all: true).ToListAsync());
    }

    [Fact]
    public async Task A_withdrawal_takes_a_cutting_out_of_every_list()
    {
        var stored = await AddAsync(Ferry);
        var before = await Archive.LastRevisionAsync();
        await WriteAsync(session => session.UpdateAsync(stored.Number, stored.Cutting with { Status = CuttingStatus.Withdrawn }, RevisionKind.Edited, null));
        await Task.Delay(300);
        Assert.True(await Archive.LastRevisionAsync() > before);
        Assert.Empty(await HeadlinesAsync(ListKey.All));
        Assert.Empty(await HeadlinesAsync(new(ListKind.Outlet, "harbour-echo")));
        Assert.Empty(await Archive.CheckAsync(null).ToListAsync());
    }

    [Fact]
    public async Task A_session_that_is_not_committed_leaves_nothing()
    {
        await using (var session = await Archive.BeginAsync())
        {
            await session.AddAsync(Ferry, null);
        }

        Assert.Equal(0, await Archive.LastRevisionAsync());
        Assert.Empty(await HeadlinesAsync(ListKey.All));
    }

    [Fact]
    public async Task Slugs_are_numbered_when_they_collide_and_keep_Hangul()
    {
        Assert.Equal("ferry-runs-again", (await AddAsync(Ferry)).Cutting.Slug);
        Assert.Equal("ferry-runs-again-2", (await AddAsync(Ferry)).Cutting.Slug);
        Assert.Equal("ferry-runs-again-3", (await AddAsync(Ferry)).Cutting.Slug);
        Assert.Equal("연락선-다시-운항", (await AddAsync(Ferry with { Headline = "연락선 다시 운항" })).Cutting.Slug);
    }

    [Fact]
    public async Task Merging_outlets_moves_their_cuttings_and_their_names()
    {
        await AddAsync(Ferry);
        await AddAsync(Ferry with { Credit = new Credit { Printed = "(Echo)", Outlet = "The Echo" } });
        await WriteAsync(session => session.MergeAsync(TermKind.Outlet, "The Echo", "Harbour Echo"));
        Assert.Equal(2, (await Archive.TermsAsync(TermKind.Outlet)).Single().Count);
        Assert.Equal("harbour-echo", (await Archive.TermAsync(TermKind.Outlet, "the-echo"))!.Slug);
        Assert.Equal("Harbour Echo", (await AddAsync(Ferry with { Credit = new Credit { Outlet = "the  ECHO" } })).Cutting.Credit.Outlet);
        Assert.Empty(await Archive.CheckAsync(null).ToListAsync());
    }

    [Fact]
    public async Task A_renamed_category_keeps_its_address_and_its_old_name()
    {
        await AddAsync(Ferry);
        await WriteAsync(session => session.RenameAsync(TermKind.Category, "Ferries", "Ships"));
        var page = (await Archive.ListAsync(new ListRequest(new(ListKind.Category, "ferries"), 20)))!;
        Assert.Equal("Ships", page.Cuttings[0].Categories[0].Name);
        Assert.Equal("Ships", (await AddAsync(Ferry)).Cutting.Categories[0]);
    }

    [Fact]
    public async Task An_interval_stands_in_each_month_that_it_touches()
    {
        await AddAsync(Ferry with { Posted = PostedDate.Parse("2020-05-30") });
        await WriteAsync(async session =>
        {
            await session.SaveSettingsAsync(new ArchiveSettings { Title = "Strait", TimeZone = "Asia/Seoul", PageLength = 5 });
            return 0;
        });
        Assert.Equal("Strait", (await Archive.SettingsAsync()).Title);
        await AddAsync(Ferry with { Headline = "Night", Posted = PostedDate.Parse("2020-05-31T20:00:00Z") });
        Assert.Equal(["Night"], await HeadlinesAsync(new(ListKind.Month, "2020-06")));
        await WriteAsync(async session =>
        {
            await session.SaveSettingsAsync(new ArchiveSettings { TimeZone = "UTC" });
            return 0;
        });
        Assert.Equal(["Night", "Ferry runs again"], await HeadlinesAsync(new(ListKind.Month, "2020-05")));
        Assert.Empty(await Archive.CheckAsync(null).ToListAsync());
    }

    [Fact]
    public async Task Identity_and_revisions_are_kept()
    {
        var stored = await AddAsync(Ferry);
        await WriteAsync(async session =>
        {
            await session.ClaimAsync("exchange old.example", "7", stored.Number);
            Assert.Equal(stored.Number, (await session.FindForeignAsync("exchange old.example", "7"))!.Number);
            Assert.Equal(stored.Number, (await session.FindContentAsync(Identity.ContentDigest(Ferry)))!.Number);
            await session.UpdateAsync(stored.Number, Ferry with { Headline = "Ferry stops" }, RevisionKind.Updated, null);
            var revisions = await session.RevisionsOfAsync(stored.Number);
            Assert.Equal([RevisionKind.Updated, RevisionKind.Added], revisions.Select(revision => revision.Kind));
            Assert.Equal("Ferry runs again", (await session.BeforeAsync(revisions[0].Sequence))!.Headline);
            return 0;
        });
        Assert.Equal("Ferry stops", (await Archive.FindBySlugAsync("ferry-runs-again"))!.Cutting.Headline);
    }

    [Fact]
    public async Task A_backup_made_while_open_restores_to_the_same_archive()
    {
        await AddAsync(Ferry);
        await AddAsync(Ferry with { Headline = "Second", Status = CuttingStatus.Draft });
        var folder = Directory.CreateTempSubdirectory("cuttings-backup-").FullName;
        var backup = Path.Combine(folder, "backup.db");
        await Archive.BackupAsync(backup, null);
        await Assert.ThrowsAsync<CuttingsException>(async () => await Archive.BackupAsync(backup, null));
        var target = NewAddress();
        await ArchiveOpener.RestoreAsync(backup, target);
        await using (var restored = await ArchiveOpener.OpenAsync(target, OpenMode.Existing, TimeProvider.System))
        {
            Assert.Equal(2, (await restored.ReadAllAsync(all: true).ToListAsync()).Count);
            Assert.Equal(await Archive.LastRevisionAsync(), await restored.LastRevisionAsync());
            Assert.Empty(await restored.CheckAsync(null).ToListAsync());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Writers_take_turns_and_readers_do_not_wait()
    {
        await using var other = await ArchiveOpener.OpenAsync(Address, OpenMode.Existing, TimeProvider.System);
        var first = await Archive.BeginAsync();
        await first.AddAsync(Ferry, null);
        var second = Task.Run(async () =>
        {
            await using var session = await other.BeginAsync();
            await session.AddAsync(Ferry with { Headline = "Second" }, null);
            await session.CommitAsync();
        });
        Assert.Empty((await other.ListAsync(new ListRequest(ListKey.All, 20)))!.Cuttings);
        await first.CommitAsync();
        await first.DisposeAsync();
        await second;
        await Task.Delay(300);
        Assert.Equal(2, (await HeadlinesAsync(ListKey.All)).Count);
    }

    private static Cutting Ferry => new()
    {
        Headline = "Ferry runs again",
        Excerpt = new([Block.Paragraph("The ferry <Marjan> sailed\u00A0again & again."), Block.Of(BlockKind.Quotation, "“We waited,” said the pilot."), Block.Of(BlockKind.ListItem, "first"), Block.Of(BlockKind.ListItem, "second")]),
        Posted = PostedDate.Parse("2020-05-25"),
        Author = "N. Osk",
        Categories = ["Ferries", "Ports"],
        Tags = ["marjan"],
        Credit = new Credit { Printed = "[Harbour Echo]", Outlet = "Harbour Echo", Byline = "Ida Lund" },
        Language = "en",
    };

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Extra(string key, string json) =>
        System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(key, json);

    private async Task<List<string>> HeadlinesAsync(ListKey list) =>
        [.. (await Archive.ListAsync(new ListRequest(list, 100)))?.Cuttings.Select(cutting => cutting.Headline) ?? []];
}

public sealed class SqliteArchiveSpecs : ArchiveSpecs
{
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-sqlite-").FullName;
    private int files;

    protected override string NewAddress() => Path.Combine(folder, $"archive{++files}.db");
}

public sealed class PostgresArchiveSpecs : ArchiveSpecs
{
    protected override string NewAddress()
    {
        Assert.SkipWhen(PostgresCluster.IsLeftOut, "PostgreSQL is left out of a quick run.");
        return PostgresCluster.Instance.NewDatabase();
    }
}
