using Cuttings.Archiving;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Cuttings.Storage.Sqlite;

/// <summary>An archive in one SQLite file (WAL; what is deleted is overwritten).</summary>
/// <param name="path">The file.</param>
/// <param name="name">How messages name it, where that is not its path.</param>
internal sealed class SqliteDatabase(string path, string? name = null) : Database
{
    // Older ones have a WAL-reset bug that can lose a commit.
    private static readonly Version Oldest = new(3, 51, 3);
    private readonly string path = Path.GetFullPath(path);
    private readonly SemaphoreSlim watching = new(1, 1);
    private SqliteConnection? watcher;
    private long seenVersion = -1;
    private long seenRevision;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    public override string Name { get; } = name ?? Path.GetFullPath(path);

    /// <summary>Whether up to 1 GB of the file is mapped into memory.</summary>
    public bool MapsFile { get; init; } = true;

    public override string FilesFolder => Path.ChangeExtension(path, ".files");

    public override bool KeepsSnapshotFiles => true;

    public override string Dialect(string sql) => sql.Replace("{number}", "INTEGER", StringComparison.Ordinal).Replace("{keyed}", " WITHOUT ROWID", StringComparison.Ordinal).Replace("{bytes}", "BLOB", StringComparison.Ordinal);

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancel) => await ConnectAsync(SqliteOpenMode.ReadWriteCreate, cancel);

    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancel) =>
        await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancel);

    public override ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancel) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override async ValueTask<long> LastRevisionAsync(CancellationToken cancel)
    {
        await watching.WaitAsync(cancel);
        try
        {
            // The file must still be the one that was opened: a lost disk must not be served from memory.
            watcher ??= (SqliteConnection)await OpenAsync(cancel);
            var version = SQLitePCL.raw.sqlite3_prepare_v2(watcher.Handle!, "PRAGMA data_version", out var statement);
            using (statement)
            {
                version = SQLitePCL.raw.sqlite3_step(statement) == SQLitePCL.raw.SQLITE_ROW
                    ? SQLitePCL.raw.sqlite3_column_int(statement, 0)
                    : throw new CuttingsException(ErrorKind.Unreachable, $"{Name} cannot be read.");
            }

            if (version != seenVersion)
            {
                await using var command = watcher.CreateCommand();
                command.CommandText = "SELECT coalesce(max(seq), 0) FROM revisions";
                seenRevision = (long)(await command.ExecuteScalarAsync(cancel))!;
                seenVersion = version;
            }

            return seenRevision;
        }
        catch (SqliteException error)
        {
            throw Translate(error)!;
        }
        finally
        {
            watching.Release();
        }
    }

    public override async ValueTask<IReadOnlyList<string>> IntegrityAsync(Statements statements, CancellationToken cancel)
    {
        var rows = await statements.RowsAsync(cancel, row => row.GetString(0), "PRAGMA integrity_check(100)");
        return [.. rows.Where(row => row != "ok")];
    }

    public override async ValueTask<IReadOnlyList<Damage>> BackupAsync(string path, IProgress<double>? progress, CancellationToken cancel)
    {
        await using var connection = await ConnectAsync(SqliteOpenMode.ReadWrite, cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$path", path);
        try
        {
            await command.ExecuteNonQueryAsync(cancel);
            await using var copy = new SqliteDatabase(path);
            var missing = await Sources.SnapshotGathering.GatherAsync(copy, FilesFolder, cancel);
            progress?.Report(1);
            return missing;
        }
        catch (SqliteException error)
        {
            throw new CuttingsException(ErrorKind.Storage, $"The backup to {path} failed: {error.Message}", error);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (watcher is not null)
        {
            await watcher.DisposeAsync();
        }

        watching.Dispose();
    }

    protected override CuttingsException? Translate(Exception error) => error is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => new(ErrorKind.Storage, $"The disk is full: {Name} could not be written. Nothing that was acknowledged is lost.", error),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new(ErrorKind.Unreachable, $"{Name} is being written by another program; try again.", error),
        SQLitePCL.raw.SQLITE_CANTOPEN => new(ErrorKind.Unreachable, $"{Name} cannot be opened.", error),
        SQLitePCL.raw.SQLITE_NOTADB => new(ErrorKind.Unreachable, $"{Name} is not a Cuttings archive.", error),
        SQLitePCL.raw.SQLITE_CORRUPT => new(ErrorKind.Storage, $"{Name} is damaged: {sqlite.Message}", error),
        SQLitePCL.raw.SQLITE_READONLY => new(ErrorKind.Unreachable, $"{Name} may not be written.", error),
        _ => new(ErrorKind.Storage, $"{Name}: {sqlite.Message}", error),
    };

    private async ValueTask<SqliteConnection> ConnectAsync(SqliteOpenMode mode, CancellationToken cancel)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 60 }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            if (new Version(connection.ServerVersion) < Oldest)
            {
                throw new CuttingsException(ErrorKind.Storage, $"SQLite {connection.ServerVersion} is too old: {Oldest} or later is needed.");
            }

            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=60000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=" + (MapsFile ? "1073741824" : "0");
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
