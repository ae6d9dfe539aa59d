using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Telemetry;
using Npgsql;

namespace CleanApi.Infrastructure.Events;

/// <summary>How many deliveries wait for handlers that this version does not have. Without telemetry it is not created.</summary>
internal sealed class OrphanGauge
{
    private const string Orphans = "select count(*) from events.outbox_deliveries where dead_at is null and handler <> all ($1)";

    /// <summary>Creates the instrument.</summary>
    public OrphanGauge(IMeterFactory meters, Database database, StuckDeliveries stuck) => meters.Create(MetricNames.Meter).CreateObservableGauge(
        MetricNames.EventsOrphaned,
        () => GaugeQuery.Read<long>(database, Orphans, row => [new(row.GetInt64(0))], new NpgsqlParameter<string[]> { TypedValue = stuck.Handlers }),
        unit: "{delivery}",
        description: "Deliveries that wait for a handler that this version does not have.");
}
