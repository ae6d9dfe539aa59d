using System.Runtime.CompilerServices;
using CleanApi.Application.Common.Events;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;
using Npgsql;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// Reads what a handler has had of the log, or would have had: all that is not still to come to it. So what it makes of events can be made again. Within a transaction of
/// the worker that sees one snapshot, and in which the handler's effects wait: what comes to it meanwhile is not among these events.
/// </summary>
internal sealed class HandledEvents(OutboxSettings settings, TimeProvider clock)
{
    /// <summary>From when on the log has all events. What was deleted under a shorter setting, or before that was noted, lies before it.</summary>
    public async Task<DateTimeOffset> KeptFromAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select greatest(kept_from, $1) from app.event_positions", connection);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() - settings.Keep });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetFieldValue<DateTimeOffset>(0);
    }

    /// <summary>The events of an organization from a time on, in no order.</summary>
    public static async IAsyncEnumerable<StoredEvent> ReadAsync(
        NpgsqlConnection connection, string handler, OrganizationId organization, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select id, name, subject_type, subject_id, version, ordinal, occurred_at, actor_type, actor_id, request_id, payload::text from events.outbox_events event
            where organization_id = $1 and occurred_at >= $2
              and not exists (select from events.outbox_deliveries delivery where delivery.event_id = event.id and delivery.handler = $3)
            """,
            connection)
        {
            // As long as the log is.
            CommandTimeout = 0,
        };
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organization.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = handler });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new StoredEvent(ContextOf(reader, organization), reader.GetString(10));
        }
    }

    // Without a delivery: it is none.
    private static EventContext ContextOf(NpgsqlDataReader reader, OrganizationId organization) => new(
        OutboxEventId.From(reader.GetGuid(0)),
        reader.GetString(1),
        default,
        organization,
        reader.GetString(2),
        reader.GetGuid(3),
        reader.GetInt64(4),
        reader.GetInt16(5),
        reader.GetFieldValue<DateTimeOffset>(6),
        reader.IsDBNull(7) ? null : new EventActor(reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetGuid(8)),
        reader.IsDBNull(9) ? null : reader.GetString(9));
}
