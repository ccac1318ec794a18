using Cuttings.Archiving;
using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Cuttings.Storage.Postgres;

/// <summary>An archive in a PostgreSQL database.</summary>
internal sealed class PostgresDatabase : Database
{
    // "cuttings" in hexadecimal digits of ASCII: writers of one archive take turns, so that commits come in the order of revisions.
    private const long WriteLock = 0x63757474696E6773;
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);
    private readonly NpgsqlDataSource source;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim watching = new(1, 1);
    private long seenAt;
    private long seenRevision = -1;

    public PostgresDatabase(string address, TimeProvider clock)
    {
        this.clock = clock;
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new(FromUri(address)) { MaxAutoPrepare = 64, ApplicationName = "cuttings" };
        }
        catch (ArgumentException)
        {
            throw new CuttingsException(ErrorKind.Usage, "The PostgreSQL connection string cannot be read (it is not repeated here, since it may hold a password).");
        }

        source = NpgsqlDataSource.Create(settings);
        Name = $"PostgreSQL database {settings.Database} on {settings.Host}";
        var folder = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{settings.Host}/{settings.Port}/{settings.Database}")).AsSpan(0, 8));
        FilesFolder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "cuttings", folder + ".files");
    }

    public override string Name { get; }

    public override string FilesFolder { get; }

    public override bool KeepsSnapshotFiles => false;

    public override string Dialect(string sql) => sql.Replace("{number}", "bigint", StringComparison.Ordinal).Replace("{keyed}", "", StringComparison.Ordinal).Replace("{bytes}", "bytea", StringComparison.Ordinal);

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancel) => await source.OpenConnectionAsync(cancel);

    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancel)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT pg_advisory_xact_lock({WriteLock})";
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(cancel);
        return transaction;
    }

    public override async ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancel) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    public override async ValueTask<long> LastRevisionAsync(CancellationToken cancel)
    {
        await watching.WaitAsync(cancel);
        try
        {
            if (seenRevision < 0 || clock.GetElapsedTime(seenAt) > Fresh)
            {
                seenRevision = await ReadAsync(async statements => (await statements.NumberAsync(cancel, "SELECT coalesce(max(seq), 0) FROM revisions")).GetValueOrDefault(), cancel);
                seenAt = clock.GetTimestamp();
            }

            return seenRevision;
        }
        finally
        {
            watching.Release();
        }
    }

    public override ValueTask<IReadOnlyList<string>> IntegrityAsync(Statements statements, CancellationToken cancel) => ValueTask.FromResult<IReadOnlyList<string>>([]);

    public override async ValueTask<IReadOnlyList<Damage>> BackupAsync(string path, IProgress<double>? progress, CancellationToken cancel)
    {
        await using var target = new Sqlite.SqliteDatabase(path);
        await Migrator.MigrateAsync(target, null, cancel);
        await Copying.TableCopy.CopyAsync(this, target, progress, cancel);
        return [];
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await source.DisposeAsync();
        watching.Dispose();
    }

    protected override CuttingsException? Translate(Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new(ErrorKind.Storage, $"The disk of {Name} is full. Nothing that was acknowledged is lost.", error),
        PostgresException postgres => new(ErrorKind.Storage, $"{Name}: {postgres.MessageText}", error),
        NpgsqlException => new(ErrorKind.Unreachable, $"{Name} cannot be reached: {error.Message}", error),
        _ => null,
    };

    private static string FromUri(string address)
    {
        if (!address.StartsWith("postgres", StringComparison.Ordinal) || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return address;
        }

        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')) };
        if (uri.Port > 0)
        {
            settings.Port = uri.Port;
        }

        if (user[0].Length > 0)
        {
            settings.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            settings.Password = Uri.UnescapeDataString(user[1]);
        }

        return settings.ToString();
    }
}
