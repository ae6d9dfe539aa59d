using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// How many deliveries wait for handlers that this version does not have. Asked on the thread that exports metrics, once an export. Without telemetry it is not created.
/// </summary>
internal sealed class OrphanGauge
{
    private const int TimeoutSeconds = 5;

    private readonly Database database;
    private readonly StuckDeliveries stuck;

    /// <summary>Creates the instrument.</summary>
    public OrphanGauge(IMeterFactory meters, Database database, StuckDeliveries stuck)
    {
        (this.database, this.stuck) = (database, stuck);
        meters.Create(MetricNames.Meter).CreateObservableGauge(
            MetricNames.EventsOrphaned, Count, unit: "{delivery}", description: "Deliveries that wait for a handler that this version does not have.");
    }

    // No measurement while the database is away: that is told by others.
    private IEnumerable<Measurement<long>> Count()
    {
        try
        {
            using var command = database.Worker.CreateCommand("select count(*) from events.outbox_deliveries where dead_at is null and handler <> all ($1)");
            command.CommandTimeout = TimeoutSeconds;
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = stuck.Handlers });
            return [new((long)command.ExecuteScalar()!)];
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return [];
        }
    }
}
