using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// What an operator does to deliveries that are stuck. The audit log of each event's organization says so; of an event that belongs to none, the one that is nobody's.
/// </summary>
internal sealed class StuckDeliveryActions(Database database, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The audit action of a replay.</summary>
    public const string Replayed = "event.replayed";

    /// <summary>The audit action of a drop.</summary>
    public const string Dropped = "event.dropped";

    /// <summary>
    /// Has deliveries tried again, from the first attempt on, with what waits behind them. It is audited before it happens, so that none happens without an entry.
    /// </summary>
    /// <param name="deliveries">The deliveries.</param>
    /// <param name="handler">The handler that gets them instead of their own; null: their own.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Which it was done to: not those that went on meanwhile, and those whose event the other handler is to get already.</returns>
    public async Task<IReadOnlySet<Guid>> ReplayAsync(IReadOnlyList<StuckDelivery> deliveries, string? handler, CancellationToken cancellationToken)
    {
        await PerOrganizationAsync(
            deliveries,
            (_, some, trail, _) =>
            {
                some.ForEach(one => trail.RecordUse(TargetOf(one), Replayed));
                return Task.FromResult(some.Count);
            },
            cancellationToken);
        await using var command = database.Worker.CreateCommand(
            """
            update events.outbox_deliveries item set dead_at = null, attempts = 0, due_at = $3, lease_token = null, handler = coalesce($2, item.handler)
            where id = any ($1) and (item.dead_at is not null or ($2 is not null and (item.lease_token is null or item.due_at <= $3)))
              and ($2 is null or not exists (select from events.outbox_deliveries other where other.event_id = item.event_id and other.handler = $2))
            returning id
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = Ids(deliveries) });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)handler ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        return await ReadIdsAsync(command, cancellationToken);
    }

    /// <summary>Discards deliveries: their handlers never get these events. What waits behind them goes on. Each is gone with its audit entry, or neither.</summary>
    /// <returns>Which it was done to: not those that went on meanwhile.</returns>
    public async Task<IReadOnlySet<Guid>> DropAsync(IReadOnlyList<StuckDelivery> deliveries, CancellationToken cancellationToken)
    {
        HashSet<Guid> dropped = [];
        var token = Guid.NewGuid();
        var mine = await LeaseAsync(deliveries, token, cancellationToken);
        await PerOrganizationAsync(
            [.. deliveries.Where(one => mine.Contains(one.Id.Value))],
            async (services, some, trail, cancellation) =>
            {
                var ids = Ids(some);
                // No event: nobody gets one for what nobody is to hear of any more.
                var gone = await services.GetRequiredService<CleanApiDbContext>().Database.SqlQuery<Guid>(
                    $"""delete from events.outbox_deliveries item where item.id = any ({ids}) and item.lease_token = {token} returning item.id as "Value" """)
                    .ToListAsync(cancellation);
                some.Where(one => gone.Contains(one.Id.Value)).ToList().ForEach(one => trail.RecordUse(TargetOf(one), Dropped));
                dropped.UnionWith(gone);
                return gone.Count;
            },
            cancellationToken);
        return dropped;
    }

    // The application, which writes the audit entries, may delete by id and token alone: the worker sees what is stuck. Nobody works on these meanwhile.
    private async Task<IReadOnlySet<Guid>> LeaseAsync(IReadOnlyList<StuckDelivery> deliveries, Guid token, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand(
            """
            update events.outbox_deliveries item set lease_token = $2, due_at = case when item.dead_at is null then $4 else item.due_at end
            where id = any ($1) and (item.dead_at is not null or item.lease_token is null or item.due_at <= $3)
            returning id
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = Ids(deliveries) });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = token });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() + DeliveryQueue.Deliveries.Lease });
        return await ReadIdsAsync(command, cancellationToken);
    }

    private async Task PerOrganizationAsync(
        IReadOnlyList<StuckDelivery> deliveries,
        Func<IServiceProvider, List<StuckDelivery>, IAuditTrail, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken)
    {
        foreach (var some in deliveries.GroupBy(OwnerOf))
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            await services.GetRequiredService<ICallerContext>().RunAsAsync(new SystemCaller(some.Key), () => services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                token => work(services, [.. some], services.GetRequiredService<IAuditTrail>(), token), cancellationToken));
        }
    }

    private static async Task<IReadOnlySet<Guid>> ReadIdsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        HashSet<Guid> ids = [];
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            ids.Add(rows.GetGuid(0));
        }

        return ids;
    }

    private static OrganizationId OwnerOf(StuckDelivery delivery) => delivery.OrganizationId ?? AuditTarget.Unknown.OrganizationId;

    private static AuditTarget TargetOf(StuckDelivery delivery) => new(OwnerOf(delivery), "event", delivery.EventId.ToString());

    private static Guid[] Ids(IEnumerable<StuckDelivery> deliveries) => [.. deliveries.Select(one => one.Id.Value)];
}
