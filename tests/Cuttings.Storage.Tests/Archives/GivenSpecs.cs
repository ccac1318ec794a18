using System.Data.Common;
using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Duplicates;
using Cuttings.Excerpts;
using Cuttings.Sources;
using Cuttings.Storage;
using Xunit;

namespace Cuttings.Storage.Tests.Archives;

/// <summary>A cutting is given the editions that are kept of its source, whenever it comes to cite it.</summary>
public abstract class GivenSpecs : ArchiveUnderTest
{
    private static readonly DateTimeOffset Monday = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    private static Cutting Dam => new() { Headline = "The dam leaks", Excerpt = Excerpt.OfParagraphs("The dam leaks. […] It will hold."), Sources = [new() { Url = "https://www.upland.example/dam?utm_source=x" }] };

    [Fact]
    public async Task A_cutting_is_given_all_editions_in_order_once()
    {
        await KeepAsync();
        var own = new Edition { Captured = Monday.AddHours(1), Digest = "sha-256:own", Text = ["The dam leaks, of its own."] };
        var stored = await AddAsync(Dam with { Sources = [new() { Url = "https://other.example/" }, Dam.Sources[0] with { Editions = [own] }, Dam.Sources[0]] });
        await FollowAsync();
        var given = await FindAsync(stored.Number);
        Assert.Empty(given.Cutting.Sources[0].Editions);
        Assert.Empty(given.Cutting.Sources[2].Editions);
        Assert.Equal("The dam leaks", given.Cutting.Sources[1].Title);
        Assert.Equal(
            [(Monday, "sha-256:one", "The dam leaks.|The lake is low.|It will hold.", true), (own.Captured!.Value, "sha-256:own", own.Text[0], false), (Monday.AddDays(2), "sha-256:two", "The dam leaks.|It will hold.", false)],
            given.Cutting.Sources[1].Editions.Select(edition => (edition.Captured!.Value, edition.Digest!, string.Join('|', edition.Text), edition.Truncated)));

        // A second node, or the same one again, finds nothing to give.
        await WriteAsync(async session =>
        {
            await session.Sources.SetCitedThroughAsync(0);
            return 0;
        });
        await FollowAsync();
        Assert.Equal(given.Revision, (await FindAsync(stored.Number)).Revision);
    }

    [Fact]
    public async Task What_an_edit_took_away_or_cites_anew_is_given_again()
    {
        await KeepAsync();
        var stored = await AddAsync(Dam with { Sources = [] });
        await FollowAsync();
        await WriteAsync(session => session.UpdateAsync(stored.Number, Dam, RevisionKind.Edited, null));
        await FollowAsync();
        Assert.Equal(2, (await FindAsync(stored.Number)).Cutting.Sources[0].Editions.Length);
        await WriteAsync(session => session.UpdateAsync(stored.Number, Dam with { Headline = "The dam" }, RevisionKind.Edited, null));
        await FollowAsync();
        var given = await FindAsync(stored.Number);
        Assert.Equal(("The dam", 2), (given.Cutting.Headline, given.Cutting.Sources[0].Editions.Length));
    }

    [Fact]
    public async Task Many_are_given_theirs_in_several_steps_and_none_is_passed_over()
    {
        await KeepAsync();
        for (var n = 0; n < 120; n++)
        {
            await AddAsync(Dam with { Headline = $"Dam {n}" });
        }

        await FollowAsync();
        var all = await Archive.ReadAllAsync(all: true, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(120, all.Count(stored => stored.Cutting.Sources[0].Editions.Length == 2));
        var through = await Archive.Sources.CitedThroughAsync();
        await FollowAsync();
        Assert.Equal(through, await Archive.Sources.CitedThroughAsync());
    }

    [Fact]
    public async Task An_archive_of_an_older_form_is_mended_when_it_is_followed_again()
    {
        await KeepAsync();
        var stored = await AddAsync(Dam);
        var draft = await AddAsync(Dam with { Headline = "Hidden", Status = CuttingStatus.Draft });
        await FollowAsync();
        var whole = (await FindAsync(stored.Number)).Cutting.Sources;

        // As the older form left them: one with nothing, one with the second edition alone.
        await WriteAsync(session => session.UpdateAsync(stored.Number, Dam, RevisionKind.Updated, null));
        var last = await WriteAsync(session => session.UpdateAsync(draft.Number, Dam with { Headline = "Hidden", Status = CuttingStatus.Draft, Sources = [whole[0] with { Editions = [whole[0].Editions[1]] }] }, RevisionKind.Updated, null));
        await WriteAsync(async session =>
        {
            await session.Sources.SetCitedThroughAsync(last.Revision);
            return 0;
        });
        await FollowAsync();
        Assert.Empty((await FindAsync(stored.Number)).Cutting.Sources[0].Editions);
        await using (var connection = Connect())
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM archive_form WHERE version >= 10";
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        await using (var opened = await ArchiveOpener.OpenAsync(Address, OpenMode.Existing, TimeProvider.System))
        {
            await CitedSources.FollowAsync(opened, TimeProvider.System);
        }

        foreach (var number in new[] { stored.Number, draft.Number })
        {
            Assert.Equal(["sha-256:one", "sha-256:two"], (await FindAsync(number)).Cutting.Sources[0].Editions.Select(edition => edition.Digest!));
        }

        Assert.Equal(CuttingStatus.Draft, (await FindAsync(draft.Number)).Cutting.Status);
    }

    protected abstract DbConnection Connect();

    private Task<int> FollowAsync() => CitedSources.FollowAsync(Archive, TimeProvider.System);

    private async Task<StoredCutting> FindAsync(long number) => (await WriteAsync(session => session.FindAsync(number)))!;

    // Two editions and, third, the first one's words again with other spaces.
    private Task<long> KeepAsync() => WriteAsync(async session =>
    {
        var (source, _) = await session.Sources.KeepAsync(new() { Key = CanonicalAddress.Of("https://upland.example/dam")!, Address = "https://upland.example/dam", Found = Monday, Intake = IntakeState.New });
        var (number, texts) = (0, new[] { new[] { "The dam leaks.", "The lake is low.", "It will hold." }, ["The dam leaks.", "It will hold."], ["The dam leaks. The lake is low.", "It will hold."] });
        foreach (var text in texts)
        {
            var snapshot = await session.Sources.AddSnapshotAsync(new() { Address = source.Address, Captured = Monday, Digest = $"sha-256:{new[] { "one", "two", "three" }[number]}" }, new byte[] { 1 }, _ => new byte[] { 0 });
            await session.Sources.AddEditionAsync(new() { Source = source.Id, Captured = Monday.AddDays(number * 2), Title = "The dam leaks", Text = Excerpt.OfParagraphs(text), Truncated = number == 0, Snapshot = snapshot });
            number++;
        }

        return source.Id;
    });
}

public sealed class SqliteGivenSpecs : GivenSpecs
{
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-sqlite-").FullName;

    protected override string NewAddress() => Path.Combine(folder, "archive.db");

    protected override DbConnection Connect() => new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Address};Pooling=False");
}

public sealed class PostgresGivenSpecs : GivenSpecs
{
    protected override string NewAddress()
    {
        Assert.SkipWhen(PostgresCluster.IsLeftOut, "PostgreSQL is left out of a quick run.");
        return PostgresCluster.Instance.NewDatabase();
    }

    protected override DbConnection Connect() => new Npgsql.NpgsqlConnection(Address);
}
