using System.Data.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Webhooks;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Queue;
using Npgsql;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>The deliveries that are due. What was delivered or given up stays, as the log.</summary>
internal sealed class WebhookQueue(Database database, BusyDestinations busy, TimeProvider clock) : LeasedQueue<WebhookItem>(Deliveries, () => database.Worker, clock)
{
    /// <summary>The table.</summary>
    public static readonly QueueTable Deliveries = new(
        "webhooks",
        "webhooks.webhook_deliveries",
        "item.organization_id, item.endpoint_id, item.payload, endpoint.url, endpoint.status = 'ENABLED', endpoint.deleted_at is not null, endpoint.encrypted_secret, "
        + "endpoint.encrypted_previous_secret, endpoint.previous_secret_ends_at, item.created_at")
    {
        DeadAt = "failed_at",
        Pending = "item.delivered_at is null",
        Join = "webhooks.webhook_endpoints endpoint on endpoint.id = item.endpoint_id",
        Condition = "item.endpoint_id::text <> all (@names) and item.organization_id::text <> all (@names)",
        OnDead = "status = 'FAILED', updated_at = @now, version = version + 1",
        // Longer than an attempt can take.
        Lease = TimeSpan.FromMinutes(1),
    };

    private const int SpreadOfPause = 10;

    private readonly TimeProvider time = clock;

    /// <inheritdoc />
    protected override IReadOnlyList<string> Names => busy.List();

    /// <summary>Notes what came of an attempt; a delivery that has arrived is done by it. Why one has failed is noted when it is postponed or given up.</summary>
    public async Task RecordAsync(WebhookItem item, WebhookOutcome outcome, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand(
            """
            update webhooks.webhook_deliveries set attempted_at = $3, duration_milliseconds = $4, response_status = $5, response_body = $6, last_error = null,
              status = case when $7 then 'DELIVERED' else status end, delivered_at = case when $7 then $8 end, updated_at = $8, version = version + 1
            where id = $1 and lease_token = $2 and status = 'PENDING'
            """);
        Add(command, item.Id);
        Add(command, item.LeaseToken!.Value);
        Add(command, outcome.AttemptedAt);
        Add(command, (int)outcome.Duration.TotalMilliseconds);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)outcome.Status ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)outcome.Body ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        Add(command, outcome.IsSuccess);
        Add(command, time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Leaves an endpoint alone that has too much to do: nothing of it is due before, what is still to come included.</summary>
    public async Task SlowDownAsync(WebhookItem item, TimeSpan pause, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand(
            // No event: the endpoint stays what it is. Not what is under way; what a crash has left under way is due. Spread, so that all do not come at once afterwards.
            """
            with held as (update webhooks.webhook_endpoints set held_until = $2 where id = $1 and (held_until is null or held_until < $2))
            update webhooks.webhook_deliveries set due_at = $2 + random() * $3
            where endpoint_id = $1 and delivered_at is null and failed_at is null and due_at < $2 and (lease_token is null or due_at <= $4)
            """);
        var now = time.GetUtcNow();
        Add(command, item.EndpointId.Value);
        Add(command, now + pause);
        Add(command, pause / SpreadOfPause);
        Add(command, now);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether an endpoint has taken something of what was to be sent to it since a delivery was.</summary>
    public async Task<bool> HasDeliveredSinceAsync(WebhookItem item, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand(
            """
            select exists (
              select from webhooks.webhook_deliveries other where other.organization_id = $2 and other.endpoint_id = $3 and other.delivered_at is not null
                and other.created_at >= (select created_at from webhooks.webhook_deliveries where id = $1))
            """);
        Add(command, item.Id);
        Add(command, item.OrganizationId.Value);
        Add(command, item.EndpointId.Value);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<WebhookItem>> ClaimAsync(int atMost, CancellationToken cancellationToken)
    {
        var items = await base.ClaimAsync(atMost, cancellationToken);
        // Here, so that the next claim knows it; when all are read, so that each one that has entered also leaves.
        foreach (var item in items)
        {
            busy.Enter(item);
        }

        return items;
    }

    /// <inheritdoc />
    protected override WebhookItem Read(DbDataReader row, Guid id, Guid token, int attempts) => new(
        id,
        token,
        attempts,
        OrganizationId.From(row.GetGuid(2)),
        WebhookEndpointId.From(row.GetGuid(3)),
        row.GetString(4),
        row.GetString(5),
        row.GetBoolean(6),
        row.GetBoolean(7),
        row.GetFieldValue<byte[]>(8),
        row.IsDBNull(9) ? null : row.GetFieldValue<byte[]>(9),
        row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10),
        row.GetFieldValue<DateTimeOffset>(11));

    private static void Add<TValue>(NpgsqlCommand command, TValue value) => command.Parameters.Add(new NpgsqlParameter<TValue> { TypedValue = value });
}
