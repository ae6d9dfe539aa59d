using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CleanApi.Infrastructure.Events;

/// <summary>Deliveries that were given up: for operators, over all organizations.</summary>
internal sealed class DeadDeliveries(Database database, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Action = "event.replayed";

    /// <summary>All of them, the oldest first.</summary>
    public async Task<IReadOnlyList<DeadDelivery>> ListAsync(CancellationToken cancellationToken)
    {
        List<DeadDelivery> dead = [];
        await using var command = database.Worker.CreateCommand(
            """
            select delivery.id, delivery.event_id, event.name, delivery.handler, event.organization_id, delivery.attempts, delivery.dead_at, delivery.last_error
            from events.outbox_deliveries delivery join events.outbox_events event on event.id = delivery.event_id
            where delivery.dead_at is not null order by delivery.dead_at
            """);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            dead.Add(new DeadDelivery(
                OutboxDeliveryId.From(rows.GetGuid(0)), OutboxEventId.From(rows.GetGuid(1)), rows.GetString(2), rows.GetString(3),
                rows.IsDBNull(4) ? null : OrganizationId.From(rows.GetGuid(4)), rows.GetInt32(5), rows.GetFieldValue<DateTimeOffset>(6), rows.IsDBNull(7) ? "" : rows.GetString(7)));
        }

        return dead;
    }

    /// <summary>Has one tried again, from the first attempt on, with what waits behind it. The organization's audit log says so, before it happens.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> ReplayAsync(DeadDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.OrganizationId is { } organization)
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            await services.GetRequiredService<ICallerContext>().RunAsAsync(new SystemCaller(organization), () => services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                _ =>
                {
                    services.GetRequiredService<IAuditTrail>().RecordUse(new AuditTarget(organization, "event", delivery.EventId.ToString()), Action);
                    return Task.FromResult(true);
                },
                cancellationToken));
        }

        await using var command = database.Worker.CreateCommand(
            "update events.outbox_deliveries set dead_at = null, attempts = 0, due_at = $2, lease_token = null where id = $1 and dead_at is not null");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = delivery.Id.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
