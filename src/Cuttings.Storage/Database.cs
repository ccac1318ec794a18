using System.Collections.Concurrent;
using System.Data.Common;
using Cuttings.Archiving;

namespace Cuttings.Storage;

/// <summary>What differs between SQLite and PostgreSQL; all else is written once.</summary>
internal abstract class Database : IAsyncDisposable
{
    private readonly ConcurrentBag<Statements> idle = [];

    /// <summary>How messages name the archive; never with a password.</summary>
    public abstract string Name { get; }

    /// <summary>The folder beside the archive.</summary>
    public abstract string FilesFolder { get; }

    /// <summary>Whether snapshots lie in files beside the archive rather than in it.</summary>
    public abstract bool KeepsSnapshotFiles { get; }

    /// <summary>Fills the migrations' tokens.</summary>
    public abstract string Dialect(string sql);

    /// <summary>A new connection.</summary>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancel);

    /// <summary>Begins the write transaction, waiting for another writer to end.</summary>
    public abstract ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancel);

    /// <summary>Begins a consistent read.</summary>
    public abstract ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancel);

    /// <summary>The last revision, cheaply.</summary>
    public abstract ValueTask<long> LastRevisionAsync(CancellationToken cancel);

    /// <summary>Damage the database itself knows of.</summary>
    public abstract ValueTask<IReadOnlyList<string>> IntegrityAsync(Statements statements, CancellationToken cancel);

    /// <summary>A consistent copy in one SQLite file; what of it could not be read is named.</summary>
    public abstract ValueTask<IReadOnlyList<Damage>> BackupAsync(string path, IProgress<double>? progress, CancellationToken cancel);

    /// <summary>Our own error for the database's; null for one that is not its.</summary>
    protected abstract CuttingsException? Translate(Exception error);

    /// <summary>Reads with a connection of the pool.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<Statements, ValueTask<T>> read, CancellationToken cancel)
    {
        var statements = await RentAsync(cancel);
        try
        {
            var result = await read(statements);
            Return(statements);
            return result;
        }
        catch (Exception error)
        {
            await statements.DisposeAsync();
            throw Ours(error) is { } ours ? ours : error is OperationCanceledException or CuttingsException ? Rethrow(error) : Unknown(error);
        }
    }

    /// <summary>Runs a part of a write session, with our own errors for the database's.</summary>
    public async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> write)
    {
        try
        {
            return await write();
        }
        catch (Exception error) when (error is not CuttingsException && Ours(error) is { } ours)
        {
            throw ours;
        }
    }

    /// <inheritdoc cref="RunAsync{T}(Func{ValueTask{T}})" />
    public async ValueTask RunAsync(Func<ValueTask> write) => await RunAsync(async () =>
    {
        await write();
        return true;
    });

    public async ValueTask<Statements> RentAsync(CancellationToken cancel)
    {
        if (idle.TryTake(out var statements))
        {
            return statements;
        }

        try
        {
            return new(await OpenAsync(cancel));
        }
        catch (Exception error) when (Ours(error) is { } ours)
        {
            throw ours;
        }
    }

    public void Return(Statements statements) => idle.Add(statements);

    /// <summary>Our own error for the database's.</summary>
    public CuttingsException? Ours(Exception error) => error as CuttingsException ?? Translate(error);

    public virtual async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var statements))
        {
            await statements.DisposeAsync();
        }
    }

    private static Exception Rethrow(Exception error)
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return error;
    }

    private CuttingsException Unknown(Exception error) => new(ErrorKind.Storage, $"{Name}: {error.Message}", error);
}
