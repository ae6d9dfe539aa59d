using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.Queue;

/// <summary>
/// How full the queues are. Asked on the thread that exports metrics, once an export; every instance tells the same. Without telemetry it is not created.
/// </summary>
internal sealed class QueueGauges
{
    private const int TimeoutSeconds = 5;

    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly IReadOnlyList<QueueTable> tables;

    /// <summary>Creates the instruments.</summary>
    public QueueGauges(IMeterFactory meters, Database database, IEnumerable<QueueTable> tables, TimeProvider clock)
    {
        (this.database, this.clock) = (database, clock);
        this.tables = [.. tables.DistinctBy(table => table.Queue, StringComparer.Ordinal)];
        var meter = meters.Create(MetricNames.Meter);
        meter.CreateObservableGauge<long>(
            MetricNames.QueueDepth, () => Read("count(*)", isDead: false, count => (long)count!), unit: "{item}", description: "Items that are to be worked on.");
        meter.CreateObservableGauge<double>(
            MetricNames.QueueOldest, () => Read("min(created_at)", isDead: false, AgeOf), unit: "s", description: "Age of the oldest item that is to be worked on.");
        meter.CreateObservableGauge<double>(
            MetricNames.QueueOverdue, () => Read("min(due_at)", isDead: false, AgeOf), unit: "s", description: "For how long the item is due that is due for the longest.");
        meter.CreateObservableGauge<long>(
            MetricNames.QueueDead, () => Read("count(*)", isDead: true, count => (long)count!), unit: "{item}", description: "Items that were given up.");
    }

    private double AgeOf(object? createdAt) => createdAt is DateTime oldest ? Math.Max(0, (clock.GetUtcNow().UtcDateTime - oldest).TotalSeconds) : 0;

    // No measurement while the database is away: that is told by others.
    private List<Measurement<TValue>> Read<TValue>(string value, bool isDead, Func<object?, TValue> measure)
        where TValue : struct
    {
        List<Measurement<TValue>> measurements = [];
        foreach (var table in tables)
        {
            try
            {
                // Not a parameter: the table and its columns are constants of ours.
                using var command = database.Worker.CreateCommand(
                    $"select {value} from {table.Table} item where {table.DeadAt} is {(isDead ? "not " : "")}null {(table.Pending is null ? "" : $"and {table.Pending}")}");
                command.CommandTimeout = TimeoutSeconds;
                measurements.Add(new Measurement<TValue>(measure(command.ExecuteScalar()), new KeyValuePair<string, object?>("queue", table.Queue)));
            }
            catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
            {
                // The others are told all the same.
            }
        }

        return measurements;
    }
}
