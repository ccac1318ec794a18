using System.Data.Common;

namespace Cuttings.Storage;

/// <summary>One connection with its statements, each compiled once and kept. Not for two threads at once.</summary>
internal sealed class Statements(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> kept = new(StringComparer.Ordinal);

    public DbConnection Connection { get; } = connection;

    /// <summary>The open transaction, if any; every statement joins it.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>The statement with its values bound to @p0, @p1, …</summary>
    public DbCommand Of(string sql, params ReadOnlySpan<object?> values)
    {
        if (!kept.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            kept.Add(sql, command);
        }

        command.Transaction = Transaction;
        for (var n = 0; n < values.Length; n++)
        {
            if (n == command.Parameters.Count)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@p" + n;
                command.Parameters.Add(parameter);
            }

            command.Parameters[n].Value = values[n] ?? DBNull.Value;
        }

        return command;
    }

    public async ValueTask RunAsync(CancellationToken cancel, string sql, params object?[] values) =>
        await Of(sql, values).ExecuteNonQueryAsync(cancel);

    public async ValueTask<long?> NumberAsync(CancellationToken cancel, string sql, params object?[] values) =>
        await Of(sql, values).ExecuteScalarAsync(cancel) is { } value and not DBNull ? Convert.ToInt64(value) : null;

    public async ValueTask<string?> TextAsync(CancellationToken cancel, string sql, params object?[] values) =>
        await Of(sql, values).ExecuteScalarAsync(cancel) as string;

    public async ValueTask<List<T>> RowsAsync<T>(CancellationToken cancel, Func<DbDataReader, T> row, string sql, params object?[] values)
    {
        var rows = new List<T>();
        await using var reader = await Of(sql, values).ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in kept.Values)
        {
            await command.DisposeAsync();
        }

        await Connection.DisposeAsync();
    }
}

/// <summary>Columns that may be null.</summary>
internal static class Columns
{
    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? NumberOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
