using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Telemetry;
using Npgsql;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>
/// To how many organizations webhooks arrive, and to how many none does: one endpoint that fails is its owner's concern, those of many are ours. Without telemetry it is
/// not created.
/// </summary>
internal sealed class WebhookGauge
{
    private const string Organizations =
        """
        with working as (
          select distinct organization_id from webhooks.webhook_deliveries where status <> 'PENDING' and updated_at > $1 and delivered_at is not null
        ), failing as (
          select distinct organization_id from webhooks.webhook_deliveries
          where delivered_at is null and failed_at is null and attempts > 0 and attempted_at > $1
            and organization_id not in (select organization_id from working)
        )
        select (select count(*) from working), (select count(*) from failing)
        """;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Creates the instrument.</summary>
    public WebhookGauge(IMeterFactory meters, Database database, TimeProvider clock) => meters.Create(MetricNames.Meter).CreateObservableGauge(
        MetricNames.WebhookOrganizations,
        () => GaugeQuery.Read<long>(
            database,
            Organizations,
            row => [Measure("working", row.GetInt64(0)), Measure("failing", row.GetInt64(1))],
            new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() - Window }),
        unit: "{organization}",
        description: "Organizations with webhooks in the last hour, by whether any has arrived.");

    private static Measurement<long> Measure(string outcome, long count) => new(count, new KeyValuePair<string, object?>("outcome", outcome));
}
