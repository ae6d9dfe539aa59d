using System.Globalization;
using CleanApi.Infrastructure.Health;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// Degraded while an event has waited for a handler for too long. Requests go on: what follows from them comes late. What waits behind a delivery that was given up
/// waits for an operator, who is told by another way.
/// </summary>
internal sealed class OutboxHealthCheck(Database database, TransactionalDeliveries transactional, OutsideDeliveries outside, TimeProvider clock) : BoundedHealthCheck
{
    /// <summary>How long an event may wait.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly string[] handlers = [.. transactional.Table.Names, .. outside.Table.Names];

    /// <inheritdoc />
    protected override HealthCheckResult Late(TimeoutException exception) => Untold();

    /// <inheritdoc />
    protected override async Task<HealthCheckResult> AskAsync()
    {
        try
        {
            await using var command = database.Worker.CreateCommand(
                // Ids are in the order of time (RFC 9562, section 5.7): the oldest is found by its key.
                """
                select created_at from events.outbox_deliveries item where dead_at is null and handler = any ($1) and not exists (
                  select from events.outbox_deliveries parked where parked.dead_at is not null and parked.handler = item.handler and parked.subject_id = item.subject_id
                    and (parked.version, parked.ordinal) < (item.version, item.ordinal))
                order by id limit 1
                """);
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = handlers });
            var age = await command.ExecuteScalarAsync() is DateTime oldest ? clock.GetUtcNow().UtcDateTime - oldest : TimeSpan.Zero;
            return age <= LongestWait
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"An event has waited for its handler for {age.TotalMinutes:0} minutes"));
        }
        // So many wait that they cannot be looked through.
        catch (NpgsqlException exception) when (exception.InnerException is TimeoutException)
        {
            return Untold();
        }
        // Whether the database responds is another check's.
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return HealthCheckResult.Healthy("The database does not tell.");
        }
    }

    private static HealthCheckResult Untold() => HealthCheckResult.Degraded("How long events have waited cannot be told in time");
}
