using Cuttings.Archiving;
using Cuttings.Collation;
using Cuttings.Excerpts;
using Cuttings.Storage;
using Cuttings.Vocabulary;
using Xunit;

namespace Cuttings.Storage.Tests.Archives;

/// <summary>Collations are kept with the revision and edition that they belong to, whatever database holds them.</summary>
public abstract class CollationSpecs : ArchiveUnderTest
{
    private static Cutting Dam => new()
    {
        Headline = "The dam leaks",
        Excerpt = Excerpt.OfParagraphs("The dam leaks. It was built in 1974."),
        Credit = new() { Outlet = "Upland Review" },
        Author = "N. Osk",
        Sources = [new() { Title = "The dam leaks, engineer says", Outlet = "Upland Review", Editions = [new() { Text = ["The dam leaks, an engineer told the Review on Friday. It was built in 1974.", "The ministry denied that it leaks."] }] }],
    };

    [Fact]
    public async Task What_comes_in_with_a_source_is_collated_at_once()
    {
        var stored = await AddAsync(Dam);
        var record = Assert.Single(await AllAsync());
        Assert.Equal((stored.Number, stored.Revision, 0, 0), (record.Number, record.Revision, record.Source, record.Edition));
        Assert.Equal((2, 1), (record.Summary.Sentences, record.Summary.Verbatim));
        Assert.Equal(
            [WarningKind.DenialDropped, WarningKind.AttributionDropped, WarningKind.HeadlineHedgeDropped],
            record.Summary.Warnings.Select(warning => warning.Kind));
        Assert.Equal(("Upland Review", "N. Osk"), (record.Outlet!.Name, record.Author!.Name));
        Assert.Equal(0, await Archive.StaleCollationsAsync());
    }

    [Fact]
    public async Task It_is_made_again_when_the_cutting_or_an_edition_changes()
    {
        var stored = await AddAsync(Dam);
        var whole = Dam with { Excerpt = Excerpt.OfParagraphs("The dam leaks, an engineer told the Review on Friday.") };
        await using (var session = await Archive.BeginAsync())
        {
            await session.UpdateAsync(stored.Number, whole, RevisionKind.Edited, null);
            await session.CommitAsync();
        }

        var edited = Assert.Single(await AllAsync());
        Assert.True(edited.Revision > stored.Revision);
        Assert.DoesNotContain(edited.Summary.Warnings, warning => warning.Kind == WarningKind.AttributionDropped);

        // Another edition fits better from now on.
        await using (var session = await Archive.BeginAsync())
        {
            var second = whole.Sources[0] with { Editions = whole.Sources[0].Editions.Insert(0, new() { Text = ["The dam leaks badly, an engineer told the Review on Thursday."] }) };
            await session.UpdateAsync(stored.Number, whole with { Sources = [second] }, RevisionKind.Edited, null);
            await session.CommitAsync();
        }

        Assert.Equal(1, Assert.Single(await AllAsync()).Edition);
    }

    [Fact]
    public async Task The_gravest_come_first_and_what_is_not_public_is_not_told()
    {
        await AddAsync(Dam with { Headline = "Plain", Excerpt = Excerpt.OfParagraphs("It was built in 1974."), Sources = [new() { Editions = [new() { Text = ["It was built in 1974."] }] }] });
        await AddAsync(Dam);
        await AddAsync(Dam with { Headline = "Hidden", Status = CuttingStatus.Draft });
        Assert.Equal(["The dam leaks", "Plain"], (await AllAsync()).Select(record => record.Headline));
        Assert.Equal(3, (await AllAsync(all: true)).Count);
    }

    [Fact]
    public async Task It_goes_with_its_cutting()
    {
        var stored = await AddAsync(Dam);
        await using (var session = await Archive.BeginAsync())
        {
            await session.RemoveAsync(stored.Number, null);
            await session.CommitAsync();
        }

        Assert.Empty(await AllAsync(all: true));
    }

    [Fact]
    public async Task Another_name_of_the_outlet_leaves_it_true()
    {
        await AddAsync(Dam);
        await using (var session = await Archive.BeginAsync())
        {
            await session.RenameAsync(TermKind.Outlet, "Upland Review", "The Upland Review");
            await session.CommitAsync();
        }

        Assert.Equal("The Upland Review", Assert.Single(await AllAsync()).Outlet!.Name);
        await foreach (var damage in Archive.CheckAsync(null))
        {
            Assert.Fail(damage.ToString());
        }
    }

    [Fact]
    public async Task How_much_of_an_outlets_articles_is_shown_is_kept()
    {
        await AddAsync(Dam);
        await using (var session = await Archive.BeginAsync())
        {
            await session.SetSourcesAsync("Upland Review", SourceRule.Facts);
            await session.CommitAsync();
        }

        Assert.Equal(SourceRule.Facts, Assert.Single(await Archive.VocabularyAsync(TermKind.Outlet)).Sources);
    }

    [Fact]
    public async Task A_backup_carries_it()
    {
        await AddAsync(Dam);
        var copy = Path.Combine(Path.GetTempPath(), $"cuttings-collations-{Guid.NewGuid():N}.db");
        try
        {
            await Archive.BackupAsync(copy, null);
            await using var restored = await ArchiveOpener.OpenAsync(copy, OpenMode.Existing, TimeProvider.System);
            var found = new List<CollationRecord>();
            await foreach (var record in restored.CollationsAsync(all: false))
            {
                found.Add(record);
            }

            Assert.Single(found);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task<List<CollationRecord>> AllAsync(bool all = false)
    {
        var found = new List<CollationRecord>();
        await foreach (var record in Archive.CollationsAsync(all))
        {
            found.Add(record);
        }

        return found;
    }
}

public sealed class SqliteCollationSpecs : CollationSpecs
{
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-sqlite-").FullName;

    protected override string NewAddress() => Path.Combine(folder, "archive.db");
}

public sealed class PostgresCollationSpecs : CollationSpecs
{
    protected override string NewAddress()
    {
        Assert.SkipWhen(PostgresCluster.IsLeftOut, "PostgreSQL is left out of a quick run.");
        return PostgresCluster.Instance.NewDatabase();
    }
}
