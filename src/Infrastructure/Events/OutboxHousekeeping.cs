using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Time;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Events;

/// <summary>
/// Deletes events after their time, once an hour, in batches: those in the log that every handler has handled. What was given up is deleted with its event, when nobody
/// has replayed it until then.
/// </summary>
internal sealed class OutboxHousekeeping(Database database, OutboxSettings settings, TimeProvider clock, ILogger<OutboxHousekeeping> logger)
    : PeriodicJob(TimeSpan.FromHours(1), clock, logger)
{
    /// <inheritdoc />
    internal override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var before = Clock.GetUtcNow() - settings.Keep;
        await BatchDeletion.RepeatAsync(
            token => ExecuteAsync(
                """
                with gone as (
                  delete from events.outbox_deliveries where id in (
                    select id from events.outbox_deliveries where dead_at < $2 order by dead_at limit $1)
                  returning id
                )
                select count(*)::integer from gone
                """,
                [Before(before)],
                token),
            cancellationToken);
        // Ids are in the order of time (RFC 9562, section 5.7): the oldest are found by their keys.
        await BatchDeletion.RepeatAsync(
            token => ExecuteAsync(
                """
                with gone as (
                  delete from events.outbox_events where id in (
                    select id from events.outbox_events event where id < $3 and position is not null
                      and not exists (select from events.outbox_deliveries delivery where delivery.event_id = event.id)
                    order by id limit $1)
                  returning position
                ), noted as (
                  update app.event_positions set deleted = greatest(deleted, (select max(position) from gone)), kept_from = greatest(kept_from, $2)
                  where exists (select from gone)
                )
                select count(*)::integer from gone
                """,
                [Before(before), new NpgsqlParameter<Guid> { TypedValue = FirstOf(before) }],
                token),
            cancellationToken);
    }

    private static NpgsqlParameter<DateTimeOffset> Before(DateTimeOffset time) => new() { TypedValue = time };

    // The smallest id of a millisecond.
    private static Guid FirstOf(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(time).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6..].Clear();
        return new Guid(bytes, bigEndian: true);
    }

    private async Task<int> ExecuteAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = BatchDeletion.Size });
        command.Parameters.AddRange(parameters);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
