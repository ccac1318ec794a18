using System.Reflection;

namespace Cuttings.Storage;

/// <summary>Brings an archive to the present form, one numbered migration after another, in one transaction.</summary>
internal static class Migrator
{
    private static readonly string[] Names = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>How many migrations this program knows.</summary>
    public static int Latest => Names.Length;

    /// <param name="database">The archive.</param>
    /// <param name="beforeUpgrade">Called with the old version before an archive that holds data is upgraded: back it up.</param>
    /// <param name="cancel">Stops it; nothing is changed then.</param>
    public static async ValueTask MigrateAsync(Database database, Func<int, ValueTask>? beforeUpgrade, CancellationToken cancel)
    {
        var version = await VersionAsync(database, cancel);
        if (version == Latest)
        {
            return;
        }

        if (version > Latest)
        {
            throw new CuttingsException(ErrorKind.Unreachable, $"{database.Name} was written by a newer Cuttings (form {version}; this one knows {Latest}).");
        }

        if (version > 0 && beforeUpgrade is not null)
        {
            await beforeUpgrade(version);
        }

        await using var statements = await database.RentAsync(cancel);
        statements.Transaction = await database.BeginWriteAsync(statements.Connection, cancel);
        try
        {
            await statements.RunAsync(cancel, database.Dialect("CREATE TABLE IF NOT EXISTS archive_form (version {number} NOT NULL)"));
            var present = (int)(await statements.NumberAsync(cancel, "SELECT max(version) FROM archive_form") ?? 0);
            for (var n = present; n < Latest; n++)
            {
                await statements.RunAsync(cancel, database.Dialect(Read(Names[n])));
                await statements.RunAsync(cancel, $"INSERT INTO archive_form VALUES ({n + 1})");
            }

            await statements.Transaction.CommitAsync(cancel);
        }
        catch (Exception error) when (database.Ours(error) is { } ours)
        {
            throw ours;
        }
        finally
        {
            await statements.Transaction.DisposeAsync();
        }
    }

    /// <summary>The form of an archive; 0 where nothing is there yet.</summary>
    public static async ValueTask<int> VersionAsync(Database database, CancellationToken cancel) => await database.ReadAsync(
        async statements =>
        {
            var table = database is Sqlite.SqliteDatabase
                ? "SELECT count(*) FROM sqlite_master WHERE name = 'archive_form'"
                : "SELECT count(*) FROM information_schema.tables WHERE table_name = 'archive_form' AND table_schema = current_schema()";
            return await statements.NumberAsync(cancel, table) == 0 ? 0 : (int)(await statements.NumberAsync(cancel, "SELECT max(version) FROM archive_form") ?? 0);
        },
        cancel);

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
