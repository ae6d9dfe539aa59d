using CleanApi.Application.Webhooks;
using CleanApi.Domain.Webhooks;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Webhooks;

/// <inheritdoc cref="IWebhookDeliveryStore" />
internal sealed class WebhookDeliveryStore(CleanApiDbContext db, WebhookQueue queue, TimeProvider clock) : IWebhookDeliveryStore
{
    /// <inheritdoc />
    public void Add(WebhookDelivery delivery)
    {
        db.Add(delivery);
        Wake();
    }

    /// <inheritdoc />
    public Task<WebhookDelivery?> FindForUpdateAsync(WebhookEndpointId endpointId, WebhookDeliveryId id, CancellationToken cancellationToken) =>
        db.Set<WebhookDelivery>()
            .FromSql($"select * from webhooks.webhook_deliveries where id = {id.Value} and endpoint_id = {endpointId.Value} for no key update")
            .SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc />
    public async Task ReleaseAsync(WebhookEndpointId endpointId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // No event: the delivery stays what it is. What somebody is just putting off, because it was disabled a moment ago, is due as well.
        await db.Database.ExecuteSqlAsync(
            $"""
            update webhooks.webhook_deliveries set due_at = {now}, lease_token = null
            where endpoint_id = {endpointId.Value} and delivered_at is null and failed_at is null and due_at > {now}
            """,
            cancellationToken);
        Wake();
    }

    /// <inheritdoc />
    public void Wake() => queue.Wake.Call();
}
