using System.Globalization;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CleanApi.Infrastructure.Events;

/// <summary>Degraded while an event has waited for a handler for too long. Requests go on: what follows from them comes late.</summary>
internal sealed class OutboxHealthCheck(Database database, TransactionalDeliveries transactional, OutsideDeliveries outside, TimeProvider clock) : IHealthCheck
{
    /// <summary>How long an event may wait.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Whether the database responds is another check's.
    private const int TimeoutSeconds = 2;

    private readonly string[] handlers = [.. transactional.Table.Names, .. outside.Table.Names];

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.Worker.CreateCommand(
                "select min(created_at) from events.outbox_deliveries where dead_at is null and handler = any ($1)");
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = handlers });
            command.CommandTimeout = TimeoutSeconds;
            var age = await command.ExecuteScalarAsync(cancellationToken) is DateTime oldest ? clock.GetUtcNow().UtcDateTime - oldest : TimeSpan.Zero;
            return age <= Patience
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"An event has waited for its handler for {age.TotalMinutes:0} minutes"));
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return HealthCheckResult.Healthy("The database does not tell.");
        }
    }
}
