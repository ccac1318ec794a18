using Cuttings.Archiving;
using Cuttings.Duplicates;
using Cuttings.Importing;
using Cuttings.Settings;
using Cuttings.Sources;
using Cuttings.Storage.Reading;
using Cuttings.Storage.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Storage.Writing;

/// <summary>The one write path.</summary>
internal sealed partial class WriteSession : IWriteSession
{
    private readonly Database database;
    private readonly Statements statements;
    private readonly TimeProvider clock;
    private readonly Action<bool> ended;
    private readonly Names names;
    private readonly Lists lists;
    private readonly Folds folds;
    private readonly Dictionary<string, long> nextSlug = new(StringComparer.Ordinal);
    private readonly HashSet<(TermKind, string, string)> claimedTerms = [];
    private TimeZoneInfo zone;
    private long lastNumber;
    private long lastSequence;
    private bool committed;

    private WriteSession(Database database, Statements statements, TimeProvider clock, Action<bool> ended, Names names, TimeZoneInfo zone, long lastNumber, long lastSequence)
    {
        (this.database, this.statements, this.clock, this.ended, this.names, this.zone) = (database, statements, clock, ended, names, zone);
        (this.lastNumber, this.lastSequence) = (lastNumber, lastSequence);
        lists = new(statements);
        folds = new(statements);
        Stories = new StoryWriter(database, statements, clock, folds);
        Sources = new SourceWriter(database, statements, clock, folds, async cancel => await NoteAsync(0, RevisionKind.Edited, null, null, cancel));
    }

    public ISourceWriter Sources { get; }

    public IStoryWriter Stories { get; }

    public static async ValueTask<WriteSession> BeginAsync(Database database, Statements statements, TimeProvider clock, Action<bool> ended, CancellationToken cancel)
    {
        statements.Transaction = await database.BeginWriteAsync(statements.Connection, cancel);
        return new(
            database,
            statements,
            clock,
            ended,
            await Names.LoadAsync(statements, cancel),
            SettingsRows.Zone(await SettingsRows.ReadAsync(statements, cancel)),
            (await statements.NumberAsync(cancel, "SELECT coalesce(max(number), 0) FROM revisions")).GetValueOrDefault(),
            (await statements.NumberAsync(cancel, "SELECT coalesce(max(seq), 0) FROM revisions")).GetValueOrDefault());
    }

    public ValueTask<long> OpenImportAsync(string origin, DateTimeOffset at, CancellationToken cancel = default) => Run(async () =>
    {
        var id = (await statements.NumberAsync(cancel, "SELECT coalesce(max(id), 0) + 1 FROM imports")).GetValueOrDefault();
        await statements.RunAsync(cancel, "INSERT INTO imports (id, origin, at) VALUES (@p0, @p1, @p2)", id, origin, at.ToUnixTimeMilliseconds());
        return id;
    });

    public ValueTask NoteUndoneAsync(long import, CancellationToken cancel = default) => Run(() =>
        statements.RunAsync(cancel, "UPDATE imports SET undone = @p1 WHERE id = @p0", import, clock.GetUtcNow().ToUnixTimeMilliseconds()));

    public ValueTask<StoredCutting?> FindForeignAsync(string origin, string foreignId, CancellationToken cancel = default) =>
        OneAsync("JOIN identities i ON i.number = c.number WHERE i.origin = @p0 AND i.foreign_id = @p1", cancel, origin, foreignId);

    public ValueTask<StoredCutting?> FindPermalinkAsync(string permalink, CancellationToken cancel = default) =>
        OneAsync("WHERE c.permalink_path = @p0 AND c.permalink = @p1 ORDER BY c.number LIMIT 1", cancel, PermalinkPath(permalink), permalink);

    public async ValueTask<StoredCutting?> FindContentAsync(string contentDigest, CancellationToken cancel = default)
    {
        var found = await OneAsync("WHERE c.digest = @p0 ORDER BY c.number LIMIT 1", cancel, Digest.Key(contentDigest));
        return found is not null && Identity.ContentDigest(found.Cutting) == contentDigest ? found : null;
    }

    public ValueTask<StoredCutting?> FindAsync(long number, CancellationToken cancel = default) => OneAsync("WHERE c.number = @p0", cancel, number);

    public ValueTask<StoredCutting?> FindIdAsync(string id, CancellationToken cancel = default) => OneAsync("WHERE c.id = @p0", cancel, id);

    public ValueTask<StoredCutting?> FindSlugAsync(string slug, CancellationToken cancel = default) => OneAsync("WHERE c.slug = @p0", cancel, slug);

    public Cutting Canonical(Cutting cutting) => cutting with
    {
        Author = names.Find(TermKind.Author, cutting.Author)?.Name ?? cutting.Author,
        Credit = cutting.Credit with { Outlet = names.Find(TermKind.Outlet, cutting.Credit.Outlet)?.Name ?? cutting.Credit.Outlet },
        Categories = [.. cutting.Categories.Select(name => names.Find(TermKind.Category, name)?.Name ?? name).Distinct(StringComparer.Ordinal)],
        Tags = [.. cutting.Tags.Select(name => names.Find(TermKind.Tag, name)?.Name ?? name).Distinct(StringComparer.Ordinal)],
    };

    public ValueTask ClaimAsync(string origin, string foreignId, long number, CancellationToken cancel = default) => Run(() =>
        statements.RunAsync(cancel, "INSERT INTO identities (origin, foreign_id, number) VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING", origin, foreignId, number));

    public ValueTask<IReadOnlyList<Revision>> RevisionsOfImportAsync(long import, CancellationToken cancel = default) => RevisionsAsync("import", import, cancel);

    public ValueTask<IReadOnlyList<Revision>> RevisionsOfAsync(long number, CancellationToken cancel = default) => RevisionsAsync("number", number, cancel);

    public ValueTask<Cutting?> BeforeAsync(long sequence, CancellationToken cancel = default) => Run(async () =>
        await statements.TextAsync(cancel, "SELECT before FROM revisions WHERE seq = @p0", sequence) is { } json ? ContentJson.FromWhole(json) : null);

    public ValueTask SaveSettingsAsync(ArchiveSettings settings, CancellationToken cancel = default) => Run(async () =>
    {
        var before = zone;
        zone = SettingsRows.Zone(settings);
        await SettingsRows.WriteAsync(statements, settings, cancel);
        await NoteAsync(0, RevisionKind.Edited, null, null, cancel);
        if (!zone.Equals(before))
        {
            await RelistAsync(before, cancel);
        }
    });

    public ValueTask CommitAsync(CancellationToken cancel = default) => Run(async () =>
    {
        if (await folds.FlushAsync(number => FindAsync(number, cancel), Listed, lists, cancel))
        {
            // Lists show them otherwise: pages are made anew.
            await NoteAsync(0, RevisionKind.Edited, null, null, cancel);
        }

        await lists.FlushAsync(cancel);
        await statements.Transaction!.CommitAsync(cancel);
        committed = true;
    });

    public async ValueTask DisposeAsync()
    {
        var sound = true;
        try
        {
            await statements.Transaction!.DisposeAsync();
        }
        catch (Exception error) when (database.Ours(error) is not null || error is InvalidOperationException)
        {
            // The rollback of a broken connection: the connection is thrown away.
            sound = committed;
        }

        statements.Transaction = null;
        if (sound && statements.Connection.State == System.Data.ConnectionState.Open)
        {
            database.Return(statements);
        }
        else
        {
            await statements.DisposeAsync();
        }

        ended(committed);
    }

    private static string? PermalinkPath(string? permalink) =>
        Uri.TryCreate(permalink, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.PathAndQuery : null;

    private ValueTask<StoredCutting?> OneAsync(string where, CancellationToken cancel, params object?[] values) => Run(async () =>
    {
        await using var row = await statements.Of($"SELECT {CuttingRow.Stored} FROM cuttings c {where}", values).ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? CuttingRow.ToStored(row, names.Find, names.Many) : null;
    });

    private ValueTask<IReadOnlyList<Revision>> RevisionsAsync(string column, long value, CancellationToken cancel) => Run<IReadOnlyList<Revision>>(async () =>
        await statements.RowsAsync(
            cancel,
            row => new Revision(row.GetInt64(0), row.GetInt64(1), (RevisionKind)row.GetInt64(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.NumberOrNull(4)),
            $"SELECT seq, number, kind, at, import FROM revisions WHERE {column} = @p0 ORDER BY seq DESC",
            value));

    private ValueTask<T> Run<T>(Func<ValueTask<T>> write) => database.RunAsync(write);

    private ValueTask Run(Func<ValueTask> write) => database.RunAsync(write);
}
