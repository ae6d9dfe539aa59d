using System.Data.Common;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// The deliveries that are due, of the handlers that this program has: those of a handler that only another version has wait for it. Of one handler and subject, the
/// oldest alone; while it is left, given up or not, the next ones wait. So whatever goes wrong with a delivery holds up its own stream and no other.
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
        // What waits behind one that has failed is left aside by a look at a thousand of those, without a look at the index for each: it may be much.
        Condition =
            """
            item.handler = any (@names)
            and (item.handler, item.subject_id) not in (
              (select handler, subject_id from events.outbox_deliveries where dead_at is not null limit 1000) union all
              (select handler, subject_id from events.outbox_deliveries where dead_at is null and due_at > @now and attempts > 0 limit 1000))
            and not exists (
              select from events.outbox_deliveries earlier where earlier.handler = item.handler and earlier.subject_id = item.subject_id
                and (earlier.version, earlier.ordinal) < (item.version, item.ordinal))
            """,
    };

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
        // Never empty: the condition has its parameter.
        Names = [.. subscriptions.All.Where(one => one.IsTransactional == isTransactional).Select(one => one.Handler).Append("").Distinct(StringComparer.Ordinal)],
    };
}
