using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>
/// To how many organizations webhooks arrive, and to how many none does: one endpoint that fails is its owner's concern, those of many are ours. Asked on the thread that exports
/// metrics, once an export; every instance tells the same. Without telemetry it is not created.
/// </summary>
internal sealed class WebhookGauge
{
    private const int TimeoutSeconds = 5;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Database database;
    private readonly TimeProvider clock;

    /// <summary>Creates the instrument.</summary>
    public WebhookGauge(IMeterFactory meters, Database database, TimeProvider clock)
    {
        (this.database, this.clock) = (database, clock);
        meters.Create(MetricNames.Meter).CreateObservableGauge(
            MetricNames.WebhookOrganizations, Count, unit: "{organization}", description: "Organizations with webhooks in the last hour, by whether any has arrived.");
    }

    // No measurement while the database is away: that is told by others.
    private IEnumerable<Measurement<long>> Count()
    {
        try
        {
            using var command = database.Worker.CreateCommand(
                """
                with working as (
                  select distinct organization_id from webhooks.webhook_deliveries where status <> 'PENDING' and updated_at > $1 and delivered_at is not null
                ), failing as (
                  select distinct organization_id from webhooks.webhook_deliveries
                  where delivered_at is null and failed_at is null and attempts > 0 and attempted_at > $1
                    and organization_id not in (select organization_id from working)
                )
                select (select count(*) from working), (select count(*) from failing)
                """);
            command.CommandTimeout = TimeoutSeconds;
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() - Window });
            using var reader = command.ExecuteReader();
            reader.Read();
            return [Measure("working", reader.GetInt64(0)), Measure("failing", reader.GetInt64(1))];
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return [];
        }
    }

    private static Measurement<long> Measure(string outcome, long count) => new(count, new KeyValuePair<string, object?>("outcome", outcome));
}
