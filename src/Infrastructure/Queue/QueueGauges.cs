using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Telemetry;
using Npgsql;

namespace CleanApi.Infrastructure.Queue;

/// <summary>
/// How full the queues are. Asked on the thread that exports metrics, once an export; every instance tells the same. Without telemetry it is not created.
/// </summary>
internal sealed class QueueGauges
{
    private readonly Database database;
    private readonly IReadOnlyList<QueueTable> tables;

    /// <summary>Creates the instruments.</summary>
    public QueueGauges(IMeterFactory meters, Database database, IEnumerable<QueueTable> tables, TimeProvider clock)
    {
        this.database = database;
        this.tables = [.. tables.DistinctBy(table => table.Queue, StringComparer.Ordinal)];
        double AgeOf(NpgsqlDataReader row) => GaugeQuery.AgeOf(row, clock);
        var meter = meters.Create(MetricNames.Meter);
        meter.CreateObservableGauge<long>(
            MetricNames.QueueDepth, () => Read("count(*)", isDead: false, row => row.GetInt64(0)), unit: "{item}", description: "Items that are to be worked on.");
        meter.CreateObservableGauge<double>(
            MetricNames.QueueOldest, () => Read("min(created_at)", isDead: false, AgeOf), unit: "s", description: "Age of the oldest item that is to be worked on.");
        meter.CreateObservableGauge<double>(
            MetricNames.QueueOverdue, () => Read("min(due_at)", isDead: false, AgeOf), unit: "s", description: "For how long the item is due that is due for the longest.");
        meter.CreateObservableGauge<long>(
            MetricNames.QueueDead, () => Read("count(*)", isDead: true, row => row.GetInt64(0)), unit: "{item}", description: "Items that were given up.");
    }

    private IEnumerable<Measurement<TValue>> Read<TValue>(string value, bool isDead, Func<NpgsqlDataReader, TValue> measure)
        where TValue : struct =>
        // Not a parameter: the table and its columns are constants of ours. Where one cannot be asked, the others are told all the same.
        tables.SelectMany(table => GaugeQuery.Read<TValue>(
            database,
            $"select {value} from {table.Table} item where {table.DeadAt} is {(isDead ? "not " : "")}null {(table.Pending is null ? "" : $"and {table.Pending}")}",
            row => [new(measure(row), new KeyValuePair<string, object?>("queue", table.Queue))]));
}
