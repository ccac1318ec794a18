using System.Runtime.CompilerServices;
using Cuttings.Archiving;
using Cuttings.Duplicates;
using Cuttings.Importing;
using Cuttings.Listing;
using Cuttings.Settings;
using Cuttings.Sources;
using Cuttings.Storage.Reading;
using Cuttings.Storage.Sources;
using Cuttings.Storage.Writing;
using Cuttings.Vocabulary;

namespace Cuttings.Storage;

/// <summary>One archive, on either database.</summary>
internal sealed partial class Archive(Database database, TimeProvider clock) : IArchive
{
    /// <summary>A cutting with a kept text of a source, and no collation by this method (@p0) of this revision.</summary>
    public const string Stale = "c.rest LIKE '%\"Text\":[\"%' AND NOT EXISTS (SELECT 1 FROM collations k WHERE k.number = c.number AND k.method = @p0 AND k.revision = c.revision)";

    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile Words? kept;

    public IKeptSources Sources { get; } = new KeptSources(database);

    public IKeptStories Stories { get; } = new KeptStories(database);

    public string FilesFolder
    {
        get
        {
            Directory.CreateDirectory(database.FilesFolder);
            return database.FilesFolder;
        }
    }

    public ValueTask<long> LastRevisionAsync(CancellationToken cancel = default) => database.LastRevisionAsync(cancel);

    public ValueTask<ListPage?> ListAsync(ListRequest request, CancellationToken cancel = default) =>
        ReadAsync((statements, words) => ListReader.ReadAsync(statements, words, request, cancel), cancel);

    public ValueTask<Term?> TermAsync(TermKind kind, string slug, CancellationToken cancel = default) =>
        ReadAsync((_, words) => ValueTask.FromResult(words.Find(kind, slug)), cancel);

    public ValueTask<IReadOnlyList<Term>> TermsByForeignAsync(TermKind kind, string format, string foreignId, CancellationToken cancel = default) => ReadAsync<IReadOnlyList<Term>>(
        async (statements, words) =>
        {
            var ids = await statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT term FROM term_identities WHERE kind = @p0 AND foreign_id = @p1 AND (origin = @p2 OR origin LIKE @p3) ORDER BY origin LIMIT 50", (long)kind, foreignId, format, format + " %");
            return [.. ids.Select(id => words.Find(id)).OfType<Term>().Distinct()];
        },
        cancel);

    public ValueTask<IReadOnlyList<TermCount>> TermsAsync(TermKind kind, CancellationToken cancel = default) => ReadAsync<IReadOnlyList<TermCount>>(
        async (statements, words) =>
        {
            var rows = await statements.RowsAsync(cancel, row => (Id: long.Parse(row.GetString(0)), Count: (int)row.GetInt64(1)), "SELECT key, total FROM lists WHERE kind = @p0 AND total > 0", (long)Places.Kind(kind));
            return [.. rows.Select(row => (Term: words.Find(row.Id), row.Count)).Where(row => row.Term is not null).Select(row => new TermCount(row.Term!, row.Count)).OrderByDescending(row => row.Count).ThenBy(row => row.Term.Name, StringComparer.OrdinalIgnoreCase)];
        },
        cancel);

    public ValueTask<IReadOnlyList<MonthCount>> MonthsAsync(CancellationToken cancel = default) => ReadAsync<IReadOnlyList<MonthCount>>(
        async (statements, _) =>
        {
            var rows = await statements.RowsAsync(cancel, row => (Kind: (ListKind)row.GetInt64(0), Key: row.GetString(1), Count: (int)row.GetInt64(2)), "SELECT kind, key, total FROM lists WHERE total > 0 AND kind IN (@p0, @p1)", (long)ListKind.Month, (long)ListKind.Undated);
            return [.. rows.Select(row => row.Kind == ListKind.Undated ? new MonthCount(0, 0, row.Count) : new MonthCount(int.Parse(row.Key[..4]), int.Parse(row.Key[5..]), row.Count)).OrderByDescending(row => row.Year).ThenByDescending(row => row.Month)];
        },
        cancel);

    public ValueTask<StoredCutting?> FindBySlugAsync(string slug, CancellationToken cancel = default) => OneAsync("c.slug", slug, cancel);

    public ValueTask<StoredCutting?> FindByIdAsync(string id, CancellationToken cancel = default) => OneAsync("c.id", id, cancel);

    public ValueTask<bool> IsWithdrawnAsync(string slug, CancellationToken cancel = default) => ReadAsync(
        async (statements, _) => await statements.NumberAsync(cancel, "SELECT 1 FROM cuttings WHERE slug = @p0 AND status = @p1", slug, (long)CuttingStatus.Withdrawn) is not null, cancel);

    public ValueTask<string?> SlugByPermalinkAsync(string pathAndQuery, CancellationToken cancel = default) =>
        ReadAsync((statements, _) => Former.ByPermalinkAsync(statements, pathAndQuery, CuttingStatus.Published, cancel), cancel);

    public ValueTask<string?> SlugByForeignAsync(string format, string foreignId, CancellationToken cancel = default) =>
        ReadAsync((statements, _) => Former.ByForeignAsync(statements, format, foreignId, CuttingStatus.Published, cancel), cancel);

    public ValueTask<bool> IsWithdrawnFormerAsync(string pathAndQuery, string? wordpressNumber, CancellationToken cancel = default) => ReadAsync(
        async (statements, _) => await Former.ByPermalinkAsync(statements, pathAndQuery, CuttingStatus.Withdrawn, cancel) is not null
            || (wordpressNumber is not null && await Former.ByForeignAsync(statements, "wordpress", wordpressNumber, CuttingStatus.Withdrawn, cancel) is not null),
        cancel);

    public ValueTask<IReadOnlyList<ListedCutting>> ByNumbersAsync(IReadOnlyList<long> numbers, CancellationToken cancel = default) => ReadAsync<IReadOnlyList<ListedCutting>>(
        async (statements, words) =>
        {
            var found = new List<ListedCutting>(numbers.Count);
            foreach (var number in numbers)
            {
                await using var row = await statements.Of($"SELECT {CuttingRow.Listed} FROM cuttings c WHERE c.number = @p0 AND c.status = @p1", number, (long)CuttingStatus.Published).ExecuteReaderAsync(cancel);
                if (await row.ReadAsync(cancel))
                {
                    found.Add(CuttingRow.ToListed(row, words));
                }
            }

            return found;
        },
        cancel);

    public ValueTask<IReadOnlyList<ListedCopy>> CopiesAsync(long number, CancellationToken cancel = default) =>
        ReadAsync((statements, words) => Copies.OfStoryAsync(statements, words, number, cancel), cancel);

    public ValueTask<IReadOnlyList<Change>> ChangesAsync(long since, int limit, CancellationToken cancel = default) =>
        ChangesAsync(since, limit, $"c.status = {(int)CuttingStatus.Published}", cancel);

    public async IAsyncEnumerable<StoredCutting> ReadAllAsync(bool all, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var statements = await database.RentAsync(cancel);
        statements.Transaction = await database.BeginReadAsync(statements.Connection, cancel);
        try
        {
            var words = await Words.LoadAsync(statements, 0, cancel);
            await using var row = await statements.Of($"SELECT {CuttingRow.Stored} FROM cuttings c {(all ? "" : $"WHERE c.status = {(int)CuttingStatus.Published} ")}ORDER BY c.sort, c.number").ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                yield return CuttingRow.ToStored(row, words.Find, words.Many);
            }
        }
        finally
        {
            await statements.Transaction.DisposeAsync();
        }
    }

    public ValueTask<ArchiveSettings> SettingsAsync(CancellationToken cancel = default) => database.ReadAsync(statements => SettingsRows.ReadAsync(statements, cancel), cancel);

    public ValueTask<IReadOnlyList<TermRecord>> VocabularyAsync(TermKind kind, CancellationToken cancel = default) => ReadAsync<IReadOnlyList<TermRecord>>(
        async (statements, words) =>
        {
            var counts = (await statements.RowsAsync(cancel, row => (Id: row.GetString(0), Count: (int)row.GetInt64(1)), "SELECT key, total FROM lists WHERE kind = @p0", (long)Places.Kind(kind))).ToDictionary(row => row.Id, row => row.Count, StringComparer.Ordinal);
            var printed = (await statements.RowsAsync(cancel, row => (Term: row.GetInt64(0), Name: row.GetString(1)), "SELECT term, printed FROM term_names WHERE kind = @p0", (long)kind)).ToLookup(row => row.Term, row => row.Name);
            return [.. words.All.Where(term => term.Kind == kind).OrderBy(term => term.Name, StringComparer.OrdinalIgnoreCase).Select(term => new TermRecord(term, counts.GetValueOrDefault(term.Id.ToString()), [.. printed[term.Id].Where(name => name != term.Name)], words.Display[term.Id], words.Sources[term.Id]))];
        },
        cancel);

    public async ValueTask<IWriteSession> BeginAsync(CancellationToken cancel = default)
    {
        await writing.WaitAsync(cancel);
        Statements? statements = null;
        try
        {
            statements = await database.RentAsync(cancel);
            return await WriteSession.BeginAsync(database, statements, clock, _ => writing.Release(), cancel);
        }
        catch (Exception error)
        {
            writing.Release();
            if (statements is not null)
            {
                await statements.DisposeAsync();
            }

            if (error is not CuttingsException && database.Ours(error) is { } ours)
            {
                throw ours;
            }

            throw;
        }
    }

    public ValueTask<IReadOnlyList<ImportRecord>> ImportsAsync(CancellationToken cancel = default) => ReadAsync<IReadOnlyList<ImportRecord>>(
        async (statements, _) => await statements.RowsAsync(cancel, row => new ImportRecord(row.GetInt64(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), (int)row.GetInt64(3), (int)row.GetInt64(4), row.NumberOrNull(5) is { } undone ? DateTimeOffset.FromUnixTimeMilliseconds(undone) : null), "SELECT id, origin, at, added, updated, undone FROM imports ORDER BY id DESC"),
        cancel);

    public async IAsyncEnumerable<CollationRecord> CollationsAsync(bool all, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var statements = await database.RentAsync(cancel);
        statements.Transaction = await database.BeginReadAsync(statements.Connection, cancel);
        try
        {
            var words = await Words.LoadAsync(statements, 0, cancel);
            await using var row = await statements.Of($"SELECT c.number, c.id, c.slug, c.headline, c.status, c.outlet, c.author, k.revision, k.source, k.edition, k.made, k.summary FROM collations k JOIN cuttings c ON c.number = k.number {(all ? "" : $"WHERE c.status = {(int)CuttingStatus.Published} ")}ORDER BY k.gravity DESC, c.sort, c.number, k.source").ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                yield return new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), (CuttingStatus)row.GetInt64(4), words.Find(row.NumberOrNull(5)), words.Find(row.NumberOrNull(6)), row.GetInt64(7), (int)row.GetInt64(8), (int)row.GetInt64(9), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)), Collations.Read(row.GetString(11)));
            }
        }
        finally
        {
            await statements.Transaction.DisposeAsync();
        }
    }

    public ValueTask<long> StaleCollationsAsync(CancellationToken cancel = default) => database.ReadAsync(
        async statements => (await statements.NumberAsync(cancel, $"SELECT count(*) FROM cuttings c WHERE {Stale}", (long)Collation.CuttingCollator.Method)).GetValueOrDefault(), cancel);

    public IAsyncEnumerable<Damage> CheckAsync(IProgress<long>? progress, CancellationToken cancel = default) => Checker.CheckAsync(database, progress, cancel);

    public async ValueTask<IReadOnlyList<Damage>> BackupAsync(string path, IProgress<double>? progress, CancellationToken cancel = default)
    {
        if (File.Exists(path))
        {
            throw new CuttingsException(ErrorKind.Usage, $"{path} exists already: give the backup a new name.");
        }

        return await database.BackupAsync(path, progress, cancel);
    }

    public ValueTask DisposeAsync()
    {
        writing.Dispose();
        return database.DisposeAsync();
    }

    private async ValueTask<T> ReadAsync<T>(Func<Statements, Words, ValueTask<T>> read, CancellationToken cancel)
    {
        var revision = await database.LastRevisionAsync(cancel);
        return await database.ReadAsync(
            async statements =>
            {
                var words = kept;
                if (words is null || words.Revision != revision)
                {
                    kept = words = await Words.LoadAsync(statements, revision, cancel);
                }

                return await read(statements, words);
            },
            cancel);
    }

    private ValueTask<IReadOnlyList<Change>> ChangesAsync(long since, int limit, string which, CancellationToken cancel) => ReadAsync<IReadOnlyList<Change>>(
        async (statements, words) =>
        {
            var rows = await statements.RowsAsync(cancel, row => (Sequence: row.GetInt64(0), Number: row.GetInt64(1)), "SELECT seq, number FROM revisions WHERE seq > @p0 ORDER BY seq LIMIT @p1", since, (long)limit);
            var changes = new List<Change>(rows.Count);
            foreach (var (number, sequence) in rows.GroupBy(row => row.Number).Select(group => (group.Key, group.Max(row => row.Sequence))).OrderBy(row => row.Item2))
            {
                StoredCutting? cutting = null;
                await using var row = await statements.Of($"SELECT {CuttingRow.Stored} FROM cuttings c WHERE c.number = @p0 AND {which}", number).ExecuteReaderAsync(cancel);
                if (await row.ReadAsync(cancel))
                {
                    cutting = CuttingRow.ToStored(row, words.Find, words.Many);
                }

                changes.Add(new(sequence, number, cutting));
            }

            return changes;
        },
        cancel);

    private ValueTask<StoredCutting?> OneAsync(string column, string value, CancellationToken cancel) => ReadAsync(
        async (statements, words) =>
        {
            await using var row = await statements.Of($"SELECT {CuttingRow.Stored} FROM cuttings c WHERE {column} = @p0 AND c.status = @p1", value, (long)CuttingStatus.Published).ExecuteReaderAsync(cancel);
            return await row.ReadAsync(cancel) ? CuttingRow.ToStored(row, words.Find, words.Many) : null;
        },
        cancel);
}
