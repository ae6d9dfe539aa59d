using System.Diagnostics.Metrics;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.Telemetry;

/// <summary>What gauges ask the database for, across organizations: on the thread that exports metrics, once an export. Every instance tells the same.</summary>
internal static class GaugeQuery
{
    private const int TimeoutSeconds = 5;

    /// <summary>Measures the one row of a statement. There is no measurement while the database is away: that is told by others.</summary>
    /// <param name="database">The database.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="measure">Reads the row.</param>
    /// <param name="parameters">The statement's parameters.</param>
    public static IReadOnlyList<Measurement<TValue>> Read<TValue>(
        Database database, string sql, Func<NpgsqlDataReader, IReadOnlyList<Measurement<TValue>>> measure, params NpgsqlParameter[] parameters)
        where TValue : struct
    {
        try
        {
            using var command = database.Worker.CreateCommand(sql);
            command.CommandTimeout = TimeoutSeconds;
            command.Parameters.AddRange(parameters);
            using var row = command.ExecuteReader();
            return row.Read() ? measure(row) : [];
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>How long ago the first column's time is, in seconds; 0 where it is null, or still to come.</summary>
    public static double AgeOf(NpgsqlDataReader row, TimeProvider clock) =>
        row.IsDBNull(0) ? 0 : Math.Max(0, (clock.GetUtcNow() - row.GetFieldValue<DateTimeOffset>(0)).TotalSeconds);
}
