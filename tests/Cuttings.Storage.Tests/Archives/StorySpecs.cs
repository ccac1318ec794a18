using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Listing;
using Cuttings.Sources;
using Cuttings.Storage;
using Xunit;

namespace Cuttings.Storage.Tests.Archives;

/// <summary>Copies of one story stand under the one that leads, in each list by itself, whatever database holds them; nothing is lost by it.</summary>
public abstract class StorySpecs : ArchiveUnderTest
{
    private const string First = "The board of the Aune valley waterworks said on Monday that the upper dam loses forty litres a second through a seam that was grouted in 1974 and never looked at since.";
    private const string Second = "Chief engineer Petra Lund told reporters that nobody in the lower villages was in danger, and that divers would go down as soon as the meltwater had run off.";
    private const string Third = "Farmers at Holt, who had found their cellars wet since March, asked why it took a goat falling into the spillway for anyone to walk along the wall.";

    [Fact]
    public async Task A_list_shows_a_story_once_and_names_the_others()
    {
        await AddCopiesAsync();
        var page = (await Archive.ListAsync(new(ListKey.All, 20)))!;
        Assert.Equal(["Eels", "Dam"], page.Cuttings.Select(cutting => cutting.Headline));
        Assert.Equal(["Goat", "Seam"], page.Cuttings[1].AlsoIn.Select(copy => copy.Headline));
        Assert.Equal("Holt Herald", page.Cuttings[1].AlsoIn[0].Outlet!.Name);
        Assert.Empty(page.Cuttings[0].AlsoIn);
        Assert.Equal(4, page.Total);
        Assert.Equal(["Eels", "Goat", "Seam", "Dam"], (await Archive.ListAsync(new(ListKey.All, 20) { WithCopies = true }))!.Cuttings.Select(cutting => cutting.Headline));
    }

    [Fact]
    public async Task In_a_list_without_the_lead_the_next_of_the_story_leads()
    {
        await AddCopiesAsync();
        var farming = (await Archive.ListAsync(new(new(ListKind.Category, "farming"), 20)))!.Cuttings;
        Assert.Equal("Seam", Assert.Single(farming).Headline);
        Assert.Equal("Goat", Assert.Single(farming[0].AlsoIn).Headline);
        var herald = (await Archive.ListAsync(new(new(ListKind.Outlet, "holt-herald"), 20)))!.Cuttings;
        Assert.Equal("Goat", Assert.Single(herald).Headline);
        Assert.Empty(herald[0].AlsoIn);
    }

    [Fact]
    public async Task Each_copy_names_the_others_on_its_own_page()
    {
        var (dam, _, goat) = await AddCopiesAsync();
        Assert.Equal(["Seam", "Goat"], (await Archive.CopiesAsync(dam)).Select(copy => copy.Headline));
        Assert.Equal(["Dam", "Seam"], (await Archive.CopiesAsync(goat)).Select(copy => copy.Headline));
        Assert.NotNull(await Archive.FindBySlugAsync("goat"));
    }

    [Fact]
    public async Task Where_the_lead_is_withdrawn_another_takes_its_place_with_the_same_commit()
    {
        var (dam, _, _) = await AddCopiesAsync();
        await SetAsync(dam, CuttingStatus.Withdrawn);
        var page = (await Archive.ListAsync(new(ListKey.All, 20)))!;
        Assert.Equal(["Eels", "Seam"], page.Cuttings.Select(cutting => cutting.Headline));
        Assert.Equal("Goat", Assert.Single(page.Cuttings[1].AlsoIn).Headline);
        await SetAsync(dam, CuttingStatus.Published);
        page = (await Archive.ListAsync(new(ListKey.All, 20)))!;
        Assert.Equal(["Eels", "Dam"], page.Cuttings.Select(cutting => cutting.Headline));
        Assert.Equal(2, page.Cuttings[1].AlsoIn.Count);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task An_edited_copy_stays_where_it_was_and_one_that_is_removed_leaves_the_rest()
    {
        var (dam, seam, goat) = await AddCopiesAsync();
        var stored = await FindAsync(seam);
        await WriteAsync(session => session.UpdateAsync(seam, stored.Cutting with { Headline = "The seam", Posted = PostedDate.Parse("2026-05-09") }, RevisionKind.Edited, null));
        Assert.Equal(["Eels", "Dam"], (await Archive.ListAsync(new(ListKey.All, 20)))!.Cuttings.Select(cutting => cutting.Headline));
        await RemoveAsync(seam);
        await RemoveAsync(goat);
        var page = (await Archive.ListAsync(new(ListKey.All, 20)))!;
        Assert.Equal(["Eels", "Dam"], page.Cuttings.Select(cutting => cutting.Headline));
        Assert.Empty(page.Cuttings[1].AlsoIn);
        Assert.Empty(await Archive.CopiesAsync(dam));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task What_an_editor_has_parted_stays_parted_for_others_too_until_taken_back()
    {
        await AddCopiesAsync();
        var (seam, dam) = (await SourceAsync("upland.example/seam"), await SourceAsync("valley.example/dam"));
        var goat = await SourceAsync("holt.example/goat");
        using var follower = new Folding(Archive);
        await follower.FollowAsync();
        Assert.True(await PartAsync(dam, goat, apart: true));
        Assert.False(await PartAsync(goat, dam, apart: true));
        Assert.DoesNotContain(await Archive.Stories.StoryAsync(dam), source => source.Id == goat);

        // A new edition of one of them is placed by another node, which has to know of it.
        await WriteAsync(async session =>
        {
            await session.Stories.AwaitAsync(dam);
            return 0;
        });
        Assert.Equal(1, await follower.FollowAsync());
        Assert.DoesNotContain(await Archive.Stories.StoryAsync(dam), source => source.Id == goat);
        Assert.Contains(await Archive.Stories.StoryAsync(seam), source => source.Id == dam || source.Id == goat);

        Assert.True(await PartAsync(dam, goat, apart: false));
        Assert.Equal([dam, seam, goat], (await Archive.Stories.StoryAsync(seam)).Select(source => source.Id));
        Assert.Equal(["Eels", "Dam"], (await Archive.ListAsync(new(ListKey.All, 20)))!.Cuttings.Select(cutting => cutting.Headline));
    }

    [Fact]
    public async Task A_draft_is_known_to_its_story_at_once_and_shows_nowhere_until_it_is_published()
    {
        var draft = await AddAsync(Cut("Dam", "Valley News", "https://valley.example/dam", "2026-05-03", "Water", First, Second, Third) with { Status = CuttingStatus.Draft });
        var seam = await AddAsync(Cut("Seam", "Upland Review", "https://upland.example/seam", "2026-05-04", "Farming", First, Second));
        await FollowAsync();
        var (hidden, shown) = (await SourceAsync("valley.example/dam"), await SourceAsync("upland.example/seam"));
        Assert.Equal([hidden, shown], (await Archive.Stories.StoryAsync(shown)).Select(source => source.Id));
        Assert.Equal([hidden], await Archive.Stories.LeadsAsync(all: true, null, 10));
        foreach (var list in new[] { ListKey.All, new(ListKind.Category, "farming"), new(ListKind.Year, "2026") })
        {
            var page = (await Archive.ListAsync(new(list, 20)))!;
            Assert.Equal((1, "Seam"), (page.Total, Assert.Single(page.Cuttings).Headline));
            Assert.Empty(page.Cuttings[0].AlsoIn);
        }

        Assert.Empty(await Archive.CopiesAsync(seam.Number));
        Assert.False(await Archive.Sources.IsCitedAsync(hidden));
        Assert.Equal([shown], (await Archive.Sources.ListAsync(all: false, 0, 10)).Select(source => source.Id));
        Assert.DoesNotContain(await Archive.ChangesAsync(0, 100), change => change.Number == draft.Number && change.Cutting is not null);
        await AssertSoundAsync();

        // Both hidden: a story of the desk alone.
        await SetAsync(seam.Number, CuttingStatus.Review);
        await FollowAsync();
        Assert.Empty(await Archive.Stories.LeadsAsync(all: false, null, 10));
        Assert.Equal([hidden], await Archive.Stories.LeadsAsync(all: true, null, 10));
        Assert.Equal(0, (await Archive.ListAsync(new(ListKey.All, 20)))!.Total);

        // Published, each stands under the other with the same commit.
        await SetAsync(seam.Number, CuttingStatus.Published);
        await SetAsync(draft.Number, CuttingStatus.Published);
        Assert.Equal("Seam", Assert.Single(Assert.Single((await Archive.ListAsync(new(ListKey.All, 20)))!.Cuttings).AlsoIn).Headline);
        await SetAsync(draft.Number, CuttingStatus.Withdrawn);
        Assert.Empty(Assert.Single((await Archive.ListAsync(new(ListKey.All, 20)))!.Cuttings).AlsoIn);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task Two_cuttings_from_one_source_are_no_copies_of_each_other()
    {
        await AddCopiesAsync();
        await AddAsync(Cut("Goat again", "Holt Herald", "https://holt.example/goat", "2026-05-05", "Farming", First, Second, Third));
        await FollowAsync();
        Assert.Equal(["Goat", "Goat again"], (await Archive.ListAsync(new(new(ListKind.Outlet, "holt-herald"), 20)))!.Cuttings.Select(cutting => cutting.Headline));
        Assert.Equal(["Eels", "Dam"], (await Archive.ListAsync(new(ListKey.All, 20)))!.Cuttings.Select(cutting => cutting.Headline));
    }

    [Fact]
    public async Task A_cutting_that_now_cites_something_else_stands_alone()
    {
        var (_, seam, _) = await AddCopiesAsync();
        var stored = await FindAsync(seam);
        await WriteAsync(session => session.UpdateAsync(seam, stored.Cutting with { Sources = [new() { Url = "https://upland.example/otherwise" }] }, RevisionKind.Edited, null));
        await FollowAsync();
        Assert.Equal(["Eels", "Seam", "Dam"], (await Archive.ListAsync(new(ListKey.All, 20)))!.Cuttings.Select(cutting => cutting.Headline));
    }

    [Fact]
    public async Task The_intake_shows_a_story_once()
    {
        await KeepAsync("a.example/1", "2026-05-04", First, Second, Third);
        await KeepAsync("b.example/2", "2026-05-03", First, Second);
        await KeepAsync("c.example/3", "2026-05-05", "A catch of forty kilos was the best in nine years, according to the guild of fishers, which keeps a ledger of eels in the crypt of the church.");
        await FollowAsync();
        Assert.Equal(["c.example/3", "b.example/2"], (await Archive.Sources.IntakeAsync(IntakeState.New, null, 10)).Select(source => source.Key));
        var lead = await SourceAsync("b.example/2");
        Assert.Equal(["b.example/2", "a.example/1"], (await Archive.Stories.StoryAsync(lead)).Select(source => source.Key));
        Assert.Equal([lead], await Archive.Stories.LeadsAsync(all: true, null, 10));
        Assert.Empty(await Archive.Stories.LeadsAsync(all: false, null, 10));

        // Where the lead was dismissed, the copy that was not is still there to be seen.
        await WriteAsync(async session =>
        {
            await session.Sources.UpdateAsync((await session.Sources.FindAsync(lead))! with { Intake = IntakeState.Dismissed });
            return 0;
        });
        Assert.Equal(["c.example/3", "a.example/1"], (await Archive.Sources.IntakeAsync(IntakeState.New, null, 10)).Select(source => source.Key));
    }

    [Fact]
    public async Task A_backup_keeps_stories_and_partings()
    {
        await AddCopiesAsync();
        await PartAsync(await SourceAsync("valley.example/dam"), await SourceAsync("holt.example/goat"), apart: true);
        var folder = Directory.CreateTempSubdirectory("cuttings-backup-").FullName;
        await Archive.BackupAsync(Path.Combine(folder, "copy.db"), null);
        await using var copy = await ArchiveOpener.OpenAsync(Path.Combine(folder, "copy.db"), OpenMode.Existing, TimeProvider.System);
        var (here, there) = ((await Archive.ListAsync(new(ListKey.All, 20)))!, (await copy.ListAsync(new(ListKey.All, 20)))!);
        Assert.Equal(here.Cuttings.Select(Shown), there.Cuttings.Select(Shown));
        Assert.Equal(await Archive.Stories.LinksAsync(null), await copy.Stories.LinksAsync(null));
        Assert.Single(await copy.Stories.PartingsAsync());
        Assert.Empty(await copy.Stories.WaitingAsync(10));

        static string Shown(ListedCutting cutting) => $"{cutting.Headline}: {string.Join(", ", cutting.AlsoIn.Select(also => also.Headline))}";
    }

    private static Cutting Cut(string headline, string outlet, string address, string posted, string category, params string[] text) => new()
    {
        Headline = headline,
        Excerpt = Excerpt.OfParagraphs(text[0]),
        Posted = PostedDate.Parse(posted),
        Categories = [category],
        Credit = new() { Outlet = outlet },
        Sources = [new() { Url = address, Title = headline, Outlet = outlet, Published = PostedDate.Parse(posted), Editions = [new() { Text = [.. text] }] }],
    };

    private async Task<bool> PartAsync(long one, long other, bool apart)
    {
        using var folding = new Folding(Archive);
        return await folding.PartAsync(one, other, apart);
    }

    private async Task<(long Dam, long Seam, long Goat)> AddCopiesAsync()
    {
        var dam = await AddAsync(Cut("Dam", "Valley News", "https://valley.example/dam", "2026-05-03", "Water", First, Second, Third));
        var seam = await AddAsync(Cut("Seam", "Upland Review", "https://upland.example/seam", "2026-05-04", "Farming", First, Second));
        var goat = await AddAsync(Cut("Goat", "Holt Herald", "https://holt.example/goat", "2026-05-05", "Farming", "From our own wire.", First, Second, Third));
        await AddAsync(Cut("Eels", "Valley News", "https://valley.example/eels", "2026-05-06", "Water", "A catch of forty kilos was the best in nine years, according to the guild of fishers, which keeps a ledger of eels in the crypt of the church."));
        await FollowAsync();
        return (dam.Number, seam.Number, goat.Number);
    }

    private async Task FollowAsync()
    {
        await CitedSources.FollowAsync(Archive, TimeProvider.System);
        using var folding = new Folding(Archive);
        await folding.FollowAsync();
    }

    private Task<KeptEdition> KeepAsync(string key, string published, params string[] text) => WriteAsync(async session =>
    {
        var found = DateTimeOffset.Parse(published + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var (source, _) = await session.Sources.KeepAsync(new() { Key = key, Address = "https://" + key, Found = found, Intake = IntakeState.New, Published = PostedDate.Parse(published) });
        return await session.Sources.AddEditionAsync(new() { Source = source.Id, Captured = found, Text = Excerpt.OfParagraphs(text) });
    });

    private async Task<long> SourceAsync(string key) => (await Archive.Sources.FindByKeyAsync("https://" + key) ?? await Archive.Sources.FindByKeyAsync(key))!.Id;

    private async Task<StoredCutting> FindAsync(long number)
    {
        await using var session = await Archive.BeginAsync();
        return (await session.FindAsync(number))!;
    }

    private async Task SetAsync(long number, CuttingStatus status)
    {
        var stored = await FindAsync(number);
        await WriteAsync(session => session.UpdateAsync(number, stored.Cutting with { Status = status }, RevisionKind.Edited, null));
    }

    private Task<int> RemoveAsync(long number) => WriteAsync(async session =>
    {
        await session.RemoveAsync(number, null);
        return 0;
    });

    private async Task AssertSoundAsync()
    {
        await foreach (var damage in Archive.CheckAsync(null))
        {
            Assert.Fail($"{damage.Item}: {damage.Why}");
        }
    }
}

public sealed class SqliteStorySpecs : StorySpecs
{
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-sqlite-").FullName;

    protected override string NewAddress() => Path.Combine(folder, "archive.db");
}

public sealed class PostgresStorySpecs : StorySpecs
{
    protected override string NewAddress()
    {
        Assert.SkipWhen(PostgresCluster.IsLeftOut, "PostgreSQL is left out of a quick run.");
        return PostgresCluster.Instance.NewDatabase();
    }
}
