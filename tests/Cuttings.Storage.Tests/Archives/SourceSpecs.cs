using System.Text;
using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Excerpts;
using Cuttings.Sources;
using Cuttings.Storage;
using Cuttings.Subscriptions;
using Xunit;

namespace Cuttings.Storage.Tests.Archives;

/// <summary>Sources, editions, snapshots and subscriptions are kept whole, whatever database holds them.</summary>
public abstract class SourceSpecs : ArchiveUnderTest
{
    private static readonly DateTimeOffset Monday = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Head = Encoding.ASCII.GetBytes("head");

    private static KeptSource Dam => new()
    {
        Key = "upland.example/dam",
        Address = "https://upland.example/dam",
        Title = "The dam leaks",
        Outlet = "Upland Review",
        Found = Monday,
        Next = Monday,
        Published = Dating.PostedDate.Parse("2026-05-03"),
        Credited = "Vale News Agency",
    };

    [Fact]
    public async Task A_source_is_kept_once_for_its_key_with_all_that_is_known()
    {
        var (kept, isNew) = await WriteAsync(session => session.Sources.KeepAsync(Dam));
        var (again, second) = await WriteAsync(session => session.Sources.KeepAsync(Dam with { Title = "Otherwise" }));
        Assert.True(isNew);
        Assert.False(second);
        Assert.Equal(kept.Id, again.Id);
        var found = (await Archive.Sources.FindByKeyAsync(Dam.Key))!;
        Assert.Equal("The dam leaks", found.Title);
        Assert.Equal("2026-05-03", found.Published!.Text);
        Assert.Equal("Vale News Agency", found.Credited);
        var changed = found with { State = SourceState.Gone, Why = "It is gone.", MovedTo = "https://other.example/", Failures = 2, ETag = "\"a\"", Looked = Monday, Next = Monday.AddDays(1), Credited = null, Intake = IntakeState.New };
        await WriteAsync(async session =>
        {
            await session.Sources.UpdateAsync(changed);
            return 0;
        });
        Assert.Equal(changed, await Archive.Sources.FindAsync(kept.Id));
    }

    [Fact]
    public async Task Editions_are_counted_and_their_bytes_come_back_as_they_were()
    {
        var records = Enumerable.Range(0, 100_000).Select(n => (byte)(n * 7)).ToArray();
        var (source, first, second) = await WriteAsync(async session =>
        {
            var (kept, _) = await session.Sources.KeepAsync(Dam);
            var one = await session.Sources.AddSnapshotAsync(Taken("a"), records, _ => Head);
            var two = await session.Sources.AddSnapshotAsync(Taken("b"), records.AsMemory(5), _ => Head);
            await session.Sources.AddEditionAsync(Edition(kept.Id, "It leaks.", one));
            await session.Sources.AddEditionAsync(Edition(kept.Id, "It leaks badly.", two) with { Truncated = true });
            await session.Sources.TimestampAsync(two, new byte[] { 9 });
            await session.Sources.AddLookAsync(new(kept.Id, Monday, SourceState.Alive, 200, 2, null));
            return (kept.Id, one, two);
        });
        var editions = await Archive.Sources.EditionsAsync(source);
        Assert.Equal([(1, "It leaks.", false), (2, "It leaks badly.", true)], editions.Select(edition => (edition.Number, edition.Text.ToText(), edition.Truncated)));
        Assert.Equal(records, (await Archive.Sources.RecordsAsync(first))!.Value.ToArray());
        Assert.Equal(records[5..], (await Archive.Sources.RecordsAsync(second))!.Value.ToArray());
        Assert.Null(await Archive.Sources.RecordsAsync(99));
        Assert.Equal([9], (await Archive.Sources.SnapshotAsync(second))!.Timestamp!.Value.ToArray());
        Assert.Equal(2, (await Archive.Sources.FindAsync(source))!.Editions);
        Assert.Equal(new Look(source, Monday, SourceState.Alive, 200, 2, null), Assert.Single(await Archive.Sources.LooksAsync(source, 10)));
    }

    [Fact]
    public async Task A_backup_is_one_file_with_the_bytes_in_it()
    {
        var id = await WriteAsync(session => session.Sources.AddSnapshotAsync(Taken("a"), new byte[] { 1, 2, 3, 4 }, _ => Head));
        var folder = Directory.CreateTempSubdirectory("cuttings-backup-").FullName;
        var copy = Path.Combine(folder, "copy.backup");
        await Archive.BackupAsync(copy, null);
        var restored = Path.Combine(folder, "restored.db");
        await ArchiveOpener.RestoreAsync(copy, restored);
        await using (var other = await ArchiveOpener.OpenAsync(restored, OpenMode.Existing, TimeProvider.System))
        {
            Assert.Equal([1, 2, 3, 4], (await other.Sources.RecordsAsync(id))!.Value.ToArray());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_a_rolled_back_write_left_in_a_file_is_never_taken_for_a_snapshot()
    {
        await WriteAsync(session => session.Sources.AddSnapshotAsync(Taken("a"), new byte[] { 1, 1, 1 }, _ => Head));
        await using (var session = await Archive.BeginAsync())
        {
            await session.Sources.AddSnapshotAsync(Taken("lost"), new byte[] { 2, 2, 2 }, _ => Head);
        }

        var id = await WriteAsync(session => session.Sources.AddSnapshotAsync(Taken("b"), new byte[] { 3, 3, 3 }, _ => Head));
        Assert.Equal([3, 3, 3], (await Archive.Sources.RecordsAsync(id))!.Value.ToArray());
        Assert.Equal(["sha-256:a", "sha-256:b"], (await Archive.Sources.SnapshotsAsync(0, 10)).Select(snapshot => snapshot.Digest));
    }

    [Fact]
    public async Task What_is_due_is_claimed_by_one_only()
    {
        await WriteAsync(session => session.Sources.KeepAsync(Dam));
        await WriteAsync(session => session.Sources.KeepAsync(Dam with { Key = "later", Next = Monday.AddHours(2) }));
        await WriteAsync(session => session.Sources.KeepAsync(Dam with { Key = "never", Next = null }));
        await WriteAsync(session => session.Sources.SubscribeAsync(new() { Address = "https://upland.example/feed", Next = Monday }));
        await WriteAsync(session => session.Sources.SubscribeAsync(new() { Address = "https://upland.example/ended", Next = Monday, Active = false }));
        Assert.Equal(["upland.example/dam"], (await WriteAsync(session => session.Sources.ClaimAsync(Monday, Monday.AddHours(1), 10))).Select(source => source.Key));
        Assert.Empty(await WriteAsync(session => session.Sources.ClaimAsync(Monday, Monday.AddHours(1), 10)));
        Assert.Equal(2, (await WriteAsync(session => session.Sources.ClaimAsync(Monday.AddHours(3), Monday.AddHours(4), 10))).Count);
        Assert.Equal(["https://upland.example/feed"], (await WriteAsync(session => session.Sources.ClaimSubscriptionsAsync(Monday, Monday.AddHours(1), 10))).Select(one => one.Address));
        Assert.Empty(await WriteAsync(session => session.Sources.ClaimSubscriptionsAsync(Monday, Monday.AddHours(1), 10)));
    }

    [Fact]
    public async Task A_subscription_comes_back_as_it_was_written()
    {
        var whole = new Subscription
        {
            Address = "https://upland.example/feed",
            Title = "Upland Review",
            Site = "https://upland.example/",
            Folder = "Dams/North",
            Added = Monday,
            Looked = Monday,
            Succeeded = Monday,
            LastNew = Monday,
            Next = Monday,
            Failures = 3,
            Why = "upland.example answered 500.",
            ETag = "\"x\"",
            LastModified = "Mon, 04 May 2026 09:00:00 GMT",
            Pace = "{}",
            Brought = 12,
            Hub = "https://hub.example/",
            HubTopic = "https://upland.example/feed",
            HubSecret = "s",
            HubUntil = Monday,
        };
        var (kept, _) = await WriteAsync(session => session.Sources.SubscribeAsync(whole));
        Assert.Equal(whole with { Id = kept.Id }, Assert.Single(await Archive.Sources.SubscriptionsAsync()));
        Assert.False((await WriteAsync(session => session.Sources.SubscribeAsync(whole with { Title = "Another" }))).IsNew);
        Assert.Equal(["a", "b"], (await WriteAsync(session => session.Sources.SeeAsync(kept.Id, ["a", "b"], Monday))).Order(StringComparer.Ordinal));
        Assert.Equal(["c"], await WriteAsync(session => session.Sources.SeeAsync(kept.Id, ["b", "c", "a"], Monday)));
        await WriteAsync(async session =>
        {
            await session.Sources.UnsubscribeAsync(kept.Id);
            return 0;
        });
        Assert.Empty(await Archive.Sources.SubscriptionsAsync());
    }

    [Fact]
    public async Task Sources_are_watched_while_a_published_cutting_cites_them()
    {
        var cutting = new Cutting { Headline = "The dam", Excerpt = Excerpt.OfParagraphs("It leaks."), Sources = [new() { Url = "https://www.upland.example/dam?utm_source=x", Outlet = "Upland Review" }] };
        var stored = await AddAsync(cutting);
        await AddAsync(cutting with { Headline = "Hidden", Status = CuttingStatus.Draft, Sources = [new() { Url = "https://upland.example/hidden" }] });
        Assert.Equal(1, await CitedSources.FollowAsync(Archive, TimeProvider.System));
        var source = Assert.Single(await Archive.Sources.ListAsync(all: false, 0, 10));
        Assert.Equal("Upland Review", source.Outlet);
        Assert.True(await Archive.Sources.IsCitedAsync(source.Id));
        Assert.Equal([stored.Cutting.Slug!], await Archive.Sources.CitedByAsync(source.Id));
        Assert.Equal(0, await CitedSources.FollowAsync(Archive, TimeProvider.System));
        await WriteAsync(session => session.UpdateAsync(stored.Number, stored.Cutting with { Status = CuttingStatus.Withdrawn }, RevisionKind.Edited, null));
        Assert.False(await Archive.Sources.IsCitedAsync(source.Id));
        await CitedSources.FollowAsync(Archive, TimeProvider.System);
        Assert.Empty(await Archive.Sources.ListAsync(all: false, 0, 10));
        // The draft's is known from the start, and never due.
        Assert.Equal(["https://upland.example/dam", "https://upland.example/hidden"], (await Archive.Sources.ListAsync(all: true, 0, 10)).Select(one => one.Key).Order(StringComparer.Ordinal));
        Assert.Null((await Archive.Sources.FindByKeyAsync("https://upland.example/hidden"))!.Next);
    }

    [Fact]
    public async Task What_a_draft_says_of_its_source_is_nowhere_once_a_published_cutting_cites_it()
    {
        var draft = new Cutting { Headline = "Hidden", Status = CuttingStatus.Draft, Excerpt = Excerpt.OfParagraphs("It leaks."), Sources = [new() { Url = "https://upland.example/dam?utm_source=our-mole", Title = "Working title", Outlet = "Our mole", Byline = "N. N." }] };
        await AddAsync(draft);
        await CitedSources.FollowAsync(Archive, TimeProvider.System);
        var noted = Assert.Single(await Archive.Sources.ListAsync(all: true, 0, 10));
        Assert.Equal(("Working title", false), (noted.Title, await Archive.Sources.IsCitedAsync(noted.Id)));
        Assert.Empty(await Archive.Sources.CitedByAsync(noted.Id));
        Assert.Empty(await Archive.Sources.ListAsync(all: false, 0, 10));
        await AddAsync(draft with { Headline = "Public", Status = CuttingStatus.Published, Sources = [new() { Url = "https://upland.example/dam" }] });
        Assert.Equal(1, await CitedSources.FollowAsync(Archive, TimeProvider.System));
        var watched = Assert.Single(await Archive.Sources.ListAsync(all: false, 0, 10));
        Assert.Equal((noted.Id, "https://upland.example/dam", null, null, null), (watched.Id, watched.Address, watched.Title, watched.Outlet, watched.Byline));
        Assert.NotNull(watched.Next);
        Assert.Equal(["public"], await Archive.Sources.CitedByAsync(noted.Id));
    }

    [Fact]
    public async Task The_intake_is_read_newest_first_page_by_page()
    {
        for (var n = 0; n < 5; n++)
        {
            await WriteAsync(session => session.Sources.KeepAsync(Dam with { Key = $"k{n}", Intake = IntakeState.New, Found = Monday.AddMinutes(n / 2) }));
        }

        var first = await Archive.Sources.IntakeAsync(IntakeState.New, null, 3);
        var rest = await Archive.Sources.IntakeAsync(IntakeState.New, (first[^1].Found, first[^1].Id), 3);
        Assert.Equal(["k4", "k3", "k2", "k1", "k0"], first.Concat(rest).Select(source => source.Key));
        Assert.Empty(await Archive.Sources.IntakeAsync(IntakeState.Dismissed, null, 3));
    }

    [Fact]
    public async Task What_a_clock_that_was_ahead_has_planned_comes_due_when_it_should()
    {
        var ahead = Monday.AddDays(300);
        await WriteAsync(async session =>
        {
            await session.Sources.KeepAsync(Dam with { Key = "looked", Looked = ahead, Next = ahead.AddDays(2) });
            await session.Sources.KeepAsync(Dam with { Key = "claimed", Looked = Monday.AddDays(-1), Next = ahead });
            await session.Sources.KeepAsync(Dam with { Key = "sound", Looked = Monday.AddDays(-1), Next = Monday.AddDays(50) });
            await session.Sources.KeepAsync(Dam with { Key = "never", Next = null });
            await session.Sources.SubscribeAsync(new() { Address = "https://a.example/feed", Added = Monday, Looked = ahead, LastNew = ahead, Next = ahead.AddHours(3) });
            await session.Sources.SubscribeAsync(new() { Address = "https://b.example/feed", Added = Monday, Looked = Monday, Next = Monday.AddHours(3) });
            return 0;
        });
        Assert.Equal(3, await WriteAsync(session => session.Sources.RightAsync(Monday)));
        Assert.Equal(0, await WriteAsync(session => session.Sources.RightAsync(Monday)));
        var next = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        foreach (var key in new[] { "looked", "claimed", "sound", "never" })
        {
            next[key] = (await Archive.Sources.FindByKeyAsync(key))!.Next;
        }

        Assert.Equal([Monday.AddDays(2), Monday, Monday.AddDays(50), null], next.Values);
        Assert.Equal([Monday.AddHours(3), Monday.AddHours(3)], (await Archive.Sources.SubscriptionsAsync()).Select(one => one.Next!.Value));
        Assert.All(await Archive.Sources.SubscriptionsAsync(), one => Assert.True(one.Looked <= Monday && !(one.LastNew > Monday)));
    }

    private static Snapshot Taken(string digest) => new() { Address = "https://upland.example/dam", Captured = Monday, Digest = $"sha-256:{digest}", MediaType = "text/html", Length = 3 };

    private static KeptEdition Edition(long source, string text, long snapshot) => new() { Source = source, Captured = Monday, Title = "The dam leaks", Text = Excerpt.OfParagraphs(text), Snapshot = snapshot };
}

public sealed class SqliteSourceSpecs : SourceSpecs
{
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-sqlite-").FullName;

    [Fact]
    public async Task Snapshots_lie_in_one_file_beside_the_archive_that_begins_with_its_head()
    {
        await WriteAsync(session => session.Sources.AddSnapshotAsync(new() { Address = "https://a.example/", Captured = default, Digest = "sha-256:a" }, new byte[] { 1 }, name => Encoding.ASCII.GetBytes(name)));
        await WriteAsync(session => session.Sources.AddSnapshotAsync(new() { Address = "https://b.example/", Captured = default, Digest = "sha-256:b" }, new byte[] { 2 }, name => Encoding.ASCII.GetBytes(name)));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(Archive.FilesFolder, "snapshots")));
        Assert.Equal([.. Encoding.ASCII.GetBytes(Path.GetFileName(file)), 1, 2], await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_backup_goes_on_without_a_copy_whose_file_is_missing_and_names_it()
    {
        await AddAsync(new() { Headline = "The dam", Excerpt = Excerpt.OfParagraphs("It leaks.") });
        var id = await WriteAsync(session => session.Sources.AddSnapshotAsync(new() { Address = "https://a.example/", Captured = default, Digest = "sha-256:a" }, new byte[] { 1 }, _ => new byte[] { 0 }));
        File.Delete(Assert.Single(Directory.GetFiles(Path.Combine(Archive.FilesFolder, "snapshots"))));
        var copy = Path.Combine(folder, "copy.backup");
        Assert.Equal($"kept copy {id} of https://a.example/", Assert.Single(await Archive.BackupAsync(copy, null)).Item);
        await using var other = await ArchiveOpener.OpenAsync(copy, OpenMode.Existing, TimeProvider.System);
        Assert.Equal(1, (await other.ListAsync(new(Listing.ListKey.All, 10)))!.Total);
        Assert.Null(await other.Sources.RecordsAsync(id));
    }

    protected override string NewAddress() => Path.Combine(folder, "archive.db");
}

public sealed class PostgresSourceSpecs : SourceSpecs
{
    protected override string NewAddress()
    {
        Assert.SkipWhen(PostgresCluster.IsLeftOut, "PostgreSQL is left out of a quick run.");
        return PostgresCluster.Instance.NewDatabase();
    }
}
