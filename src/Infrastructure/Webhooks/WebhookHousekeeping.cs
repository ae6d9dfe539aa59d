using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Time;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>Deletes deliveries after their time, once an hour, in batches; then deleted endpoints that have none left.</summary>
internal sealed class WebhookHousekeeping(Database database, WebhookSettings settings, TimeProvider clock, ILogger<WebhookHousekeeping> logger)
    : PeriodicJob(TimeSpan.FromHours(1), clock, logger)
{
    /// <inheritdoc />
    internal override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await BatchDeletion.RepeatAsync(
            token => ExecuteAsync(
                """
                delete from webhooks.webhook_deliveries where id in (
                  select id from webhooks.webhook_deliveries where status <> 'PENDING' and updated_at < $1 order by updated_at limit $2)
                """,
                token),
            cancellationToken);
        await BatchDeletion.RepeatAsync(
            token => ExecuteAsync(
                // No event: it is deleted already.
                """
                delete from webhooks.webhook_endpoints where id in (
                  select id from webhooks.webhook_endpoints endpoint where deleted_at < $1
                    and not exists (select from webhooks.webhook_deliveries delivery where delivery.endpoint_id = endpoint.id) limit $2)
                """,
                token),
            cancellationToken);
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.Worker.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = Clock.GetUtcNow() - settings.Keep });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = BatchDeletion.Size });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
