using Cuttings.Archiving;
using Cuttings.Storage.Postgres;
using Cuttings.Storage.Sqlite;

namespace Cuttings.Storage;

/// <summary>What to do where there is no archive yet.</summary>
public enum OpenMode
{
    /// <summary>It is an error.</summary>
    Existing,

    /// <summary>Make one.</summary>
    CreateIfMissing,
}

/// <summary>Opens an archive by its address: a SQLite path, or a PostgreSQL connection string (key=value or postgres://).</summary>
public static class ArchiveOpener
{
    /// <summary>Opens it and brings it to the present form, with a backup beside it first where it holds data.</summary>
    /// <param name="address">The address.</param>
    /// <param name="mode">What to do where there is none.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="serving">Whether it is opened to be read much; an import does without a mapping of the file, which would count as its memory.</param>
    /// <exception cref="CuttingsException">Unreachable: it is not there, cannot be opened, or is no archive.</exception>
    public static async ValueTask<IArchive> OpenAsync(string address, OpenMode mode, TimeProvider clock, CancellationToken cancel = default, bool serving = true)
    {
        if (!IsPostgres(address))
        {
            if (mode == OpenMode.Existing && !File.Exists(address))
            {
                throw new CuttingsException(ErrorKind.Unreachable, $"There is no archive at {address}.");
            }

            RequireFolder(address);
        }

        var database = DatabaseAt(address, clock, serving);
        try
        {
            if (mode == OpenMode.Existing && await Migrator.VersionAsync(database, cancel) == 0)
            {
                throw new CuttingsException(ErrorKind.Unreachable, $"{database.Name} holds no archive.");
            }

            await Migrator.MigrateAsync(database, async version => await database.BackupAsync(BackupName(database, version, clock), null, cancel), cancel);
            return new Archive(database, clock);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether there is something at the address; an empty PostgreSQL database is nothing.</summary>
    /// <exception cref="CuttingsException">Unreachable: an archive could not be made there either.</exception>
    public static async ValueTask<bool> ExistsAsync(string address, TimeProvider clock, CancellationToken cancel = default)
    {
        if (!IsPostgres(address))
        {
            RequireFolder(address);
            return File.Exists(address);
        }

        await using var database = DatabaseAt(address, clock);
        return await Migrator.VersionAsync(database, cancel) > 0;
    }

    /// <summary>Fills an empty address from a backup; returns the name of the archive made, which holds no password.</summary>
    public static async ValueTask<string> RestoreAsync(string backupPath, string address, CancellationToken cancel = default)
    {
        if (!File.Exists(backupPath))
        {
            throw new CuttingsException(ErrorKind.BadInput, $"There is no backup at {backupPath}.");
        }

        if (!IsPostgres(address) && File.Exists(address))
        {
            throw new CuttingsException(ErrorKind.Usage, $"{address} exists already: restore into a new place, then put it where it belongs.");
        }

        // The backup is opened as a copy, since opening writes beside it.
        var copy = Path.Combine(Path.GetTempPath(), $"cuttings-restore-{Guid.NewGuid():N}.db");
        File.Copy(backupPath, copy);
        try
        {
            await using var source = new SqliteDatabase(copy, backupPath);
            if (!await HoldsArchiveAsync(source, cancel))
            {
                throw new CuttingsException(ErrorKind.BadInput, $"{backupPath} is not a backup of an archive.");
            }

            await Migrator.MigrateAsync(source, null, cancel);
            if (!IsPostgres(address))
            {
                await source.BackupAsync(address, null, cancel);
                return address;
            }

            await using var target = new PostgresDatabase(address, TimeProvider.System);
            if (await Migrator.VersionAsync(target, cancel) != 0)
            {
                throw new CuttingsException(ErrorKind.Usage, $"{target.Name} holds an archive already: restore into an empty database.");
            }

            await Migrator.MigrateAsync(target, null, cancel);
            await Copying.TableCopy.CopyAsync(source, target, null, cancel);
            return target.Name;
        }
        finally
        {
            foreach (var file in new[] { copy, copy + "-wal", copy + "-shm" })
            {
                File.Delete(file);
            }
        }
    }

    // What is no database at all cannot be opened as one.
    private static async ValueTask<bool> HoldsArchiveAsync(SqliteDatabase backup, CancellationToken cancel)
    {
        try
        {
            return await Migrator.VersionAsync(backup, cancel) > 0;
        }
        catch (CuttingsException error) when (error.Kind == ErrorKind.Unreachable)
        {
            return false;
        }
    }

    private static void RequireFolder(string address)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(address)) is { } folder && !Directory.Exists(folder))
        {
            throw new CuttingsException(ErrorKind.Unreachable, $"There is no folder {folder} for the archive.");
        }
    }

    private static bool IsPostgres(string address) =>
        address.Contains("Host=", StringComparison.OrdinalIgnoreCase) || address.StartsWith("postgres://", StringComparison.Ordinal) || address.StartsWith("postgresql://", StringComparison.Ordinal);

    private static Database DatabaseAt(string address, TimeProvider clock, bool serving = true) => IsPostgres(address) ? new PostgresDatabase(address, clock) : new SqliteDatabase(address) { MapsFile = serving };

    private static string BackupName(Database database, int version, TimeProvider clock)
    {
        Directory.CreateDirectory(database.FilesFolder);
        return Path.Combine(database.FilesFolder, $"before-upgrade-from-{version}-{clock.GetUtcNow():yyyyMMddHHmmss}.db");
    }
}
