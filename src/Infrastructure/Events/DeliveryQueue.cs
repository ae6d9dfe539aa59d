using System.Collections.Concurrent;
using System.Data.Common;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// The deliveries that are due, of the handlers that this program has: those of a handler that only another version has wait for it. Of one handler and subject, the
/// oldest and what follows it, in their order; while one is left, given up or not, the next ones wait. So whatever goes wrong with a delivery holds up its own stream
/// and no other.
/// </summary>
internal abstract class DeliveryQueue(EventSubscriptions subscriptions, bool isTransactional, Database database, TimeProvider clock)
    : LeasedQueue<ClaimedDelivery>(Describe(subscriptions, isTransactional), () => database.Worker, clock)
{
    /// <summary>What metrics call it.</summary>
    public const string Name = "events";

    /// <summary>The table.</summary>
    public static readonly QueueTable Deliveries = new(
        Name,
        "events.outbox_deliveries",
        "item.handler, event.id, event.name, event.payload, event.organization_id, event.subject_type, event.subject_id, event.version, event.ordinal, event.occurred_at, "
        + "event.actor_type, event.actor_id, event.request_id, event.traceparent")
    {
        Join = "events.outbox_events event on event.id = item.event_id",
        AtOnce = 200,
        // What waits behind one that has failed is left aside by a look at a thousand of those, without a look at the index for each: it may be much. The oldest of each
        // handler are found in the index, whatever waits for others; then the oldest of those are taken, and what follows each in its stream, to equal shares.
        Due =
            """
            waiting as materialized (
              (select handler, subject_id from events.outbox_deliveries where dead_at is not null limit 1000) union all
              (select handler, subject_id from events.outbox_deliveries where handler = any (@names) and dead_at is null and due_at > @now and attempts > 0 limit 1000)
            ), first as materialized (
              select one.* from unnest(@names) as name cross join lateral (
                select item.id, item.handler, item.subject_id, item.version, item.ordinal, item.due_at from events.outbox_deliveries item
                where item.handler = name and item.dead_at is null and item.due_at <= @now
                  and (item.handler, item.subject_id) not in (select handler, subject_id from waiting)
                  and not exists (
                    select from events.outbox_deliveries earlier where earlier.handler = item.handler and earlier.subject_id = item.subject_id
                      and (earlier.version, earlier.ordinal) < (item.version, item.ordinal))
                order by item.due_at limit @most for update of item skip locked) one
              order by one.due_at limit @most
            ), due as (
              select id from first union all
              select next.id from first cross join lateral (
                select later.id, bool_and(later.dead_at is null and later.due_at <= @now) over (order by later.version, later.ordinal) as is_due
                from events.outbox_deliveries later
                where later.handler = first.handler and later.subject_id = first.subject_id and (later.version, later.ordinal) > (first.version, first.ordinal)
                order by later.version, later.ordinal limit (select @at_once / count(*) - 1 from first)) next
              where next.is_due
            )
            """,
    };

    private readonly ConcurrentDictionary<string, DateTimeOffset> leftOut = new(StringComparer.Ordinal);
    private readonly TimeProvider clock = clock;

    // Never empty: the statement has its parameter.
    /// <inheritdoc />
    protected override IReadOnlyList<string> Names
    {
        get
        {
            if (leftOut.IsEmpty)
            {
                return Table.Names;
            }

            var now = clock.GetUtcNow();
            return [.. Table.Names.Where(name => !leftOut.TryGetValue(name, out var until) || until <= now)];
        }
    }

    /// <summary>Takes nothing for a handler for a time: what it needs is down.</summary>
    public void LeaveOut(string handler, TimeSpan time) => leftOut[handler] = clock.GetUtcNow() + time;

    // In the order of each stream, which a statement that changes rows does not keep.
    /// <inheritdoc />
    public override async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(int atMost, CancellationToken cancellationToken) =>
        [.. (await base.ClaimAsync(atMost, cancellationToken)).OrderBy(one => one.Event.Context.Version).ThenBy(one => one.Event.Context.Ordinal)];

    /// <inheritdoc />
    protected override ClaimedDelivery Read(DbDataReader row, Guid id, Guid token, int attempts)
    {
        var context = new EventContext(
            OutboxEventId.From(row.GetGuid(3)),
            row.GetString(4),
            OutboxDeliveryId.From(id),
            row.IsDBNull(6) ? null : OrganizationId.From(row.GetGuid(6)),
            row.GetString(7),
            row.GetGuid(8),
            row.GetInt64(9),
            row.GetInt16(10),
            row.GetFieldValue<DateTimeOffset>(11),
            row.IsDBNull(12) ? null : new EventActor(row.GetString(12), row.IsDBNull(13) ? null : row.GetGuid(13)),
            row.IsDBNull(14) ? null : row.GetString(14));
        return new ClaimedDelivery(row.GetString(2), new StoredEvent(context, row.GetString(5)), row.IsDBNull(15) ? null : row.GetString(15), token, attempts);
    }

    private static QueueTable Describe(EventSubscriptions subscriptions, bool isTransactional) => Deliveries with
    {
        // The empty one is nobody's: with it there is always one.
        Names = [.. subscriptions.All.Where(one => one.IsTransactional == isTransactional).Select(one => one.Handler).Append("").Distinct(StringComparer.Ordinal)],
    };
}
