using CleanApi.Application.Common.Events;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace CleanApi.Infrastructure.Events;

/// <summary>Deliveries that go on by nobody but an operator, over all organizations: those that were given up, and those of handlers that this version does not have.</summary>
internal sealed class StuckDeliveries(Database database, EventSubscriptions subscriptions)
{
    /// <summary>How many are worked on at once.</summary>
    public const int Batch = 500;

    /// <summary>The handlers of this version.</summary>
    public string[] Handlers { get; } = [.. subscriptions.All.Select(one => one.Handler).Distinct(StringComparer.Ordinal)];

    /// <summary>Those that were given up, the oldest first.</summary>
    /// <param name="handler">Of one handler; null: of all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<IReadOnlyList<StuckDelivery>> ListDeadAsync(string? handler, CancellationToken cancellationToken) =>
        ReadAsync("delivery.dead_at is not null and ($1::text is null or delivery.handler = $1) order by delivery.dead_at, delivery.id", [Text(handler)], cancellationToken);

    /// <summary>One of them; null: there is no such delivery, or it goes on by itself.</summary>
    public async Task<StuckDelivery?> FindAsync(OutboxDeliveryId id, CancellationToken cancellationToken)
    {
        var found = await ReadAsync("delivery.id = $1", [new NpgsqlParameter<Guid> { TypedValue = id.Value }], cancellationToken);
        return found.FirstOrDefault(one => one.DeadAt is not null || !Handlers.Contains(one.Handler, StringComparer.Ordinal));
    }

    /// <summary>The next ones of a handler: where this version has it, those that were given up, else all of them.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="after">The last one before them; null: from the first on.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<IReadOnlyList<StuckDelivery>> NextAsync(string handler, OutboxDeliveryId? after, CancellationToken cancellationToken) => ReadAsync(
        Handlers.Contains(handler, StringComparer.Ordinal)
            ? "delivery.handler = $1 and delivery.id > $2 and delivery.dead_at is not null order by delivery.id limit $3"
            : "delivery.handler = $1 and delivery.id > $2 order by delivery.id limit $3",
        [Text(handler), new NpgsqlParameter<Guid> { TypedValue = after?.Value ?? Guid.Empty }, new NpgsqlParameter<int> { TypedValue = Batch }],
        cancellationToken);

    /// <summary>The handlers that deliveries wait for and this version does not have, with how many there are and since when.</summary>
    public async Task<IReadOnlyList<(string Handler, long Count, DateTimeOffset Oldest)>> ListOrphansAsync(CancellationToken cancellationToken)
    {
        List<(string, long, DateTimeOffset)> orphans = [];
        await using var command = database.Worker.CreateCommand(
            "select handler, count(*), min(created_at) from events.outbox_deliveries where dead_at is null and handler <> all ($1) group by handler order by handler");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Handlers });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            orphans.Add((rows.GetString(0), rows.GetInt64(1), rows.GetFieldValue<DateTimeOffset>(2)));
        }

        return orphans;
    }

    /// <summary>What an event says, as it is stored, and how many deliveries wait behind one of it.</summary>
    public async Task<(string Payload, long Waiting)> ReadAsync(StuckDelivery delivery, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand(
            """
            select event.payload::text, (
              select count(*) from events.outbox_deliveries later where later.handler = mine.handler and later.subject_id = mine.subject_id
                and (later.version, later.ordinal) > (mine.version, mine.ordinal))
            from events.outbox_deliveries mine join events.outbox_events event on event.id = mine.event_id where mine.id = $1
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = delivery.Id.Value });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? (rows.GetString(0), rows.GetInt64(1)) : ("", 0);
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private async Task<IReadOnlyList<StuckDelivery>> ReadAsync(string which, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        List<StuckDelivery> found = [];
        // Not a parameter: the condition is a constant of ours.
        await using var command = database.Worker.CreateCommand(
            $"""
            select delivery.id, delivery.event_id, event.name, delivery.handler, event.organization_id, event.subject_type, event.subject_id, delivery.attempts, event.occurred_at,
              delivery.dead_at, delivery.last_error
            from events.outbox_deliveries delivery join events.outbox_events event on event.id = delivery.event_id where {which}
            """);
        command.Parameters.AddRange(parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(new StuckDelivery(
                OutboxDeliveryId.From(rows.GetGuid(0)), OutboxEventId.From(rows.GetGuid(1)), rows.GetString(2), rows.GetString(3),
                rows.IsDBNull(4) ? null : OrganizationId.From(rows.GetGuid(4)), rows.GetString(5), rows.GetGuid(6), rows.GetInt32(7), rows.GetFieldValue<DateTimeOffset>(8),
                rows.IsDBNull(9) ? null : rows.GetFieldValue<DateTimeOffset>(9), rows.IsDBNull(10) ? "" : rows.GetString(10)));
        }

        return found;
    }
}
