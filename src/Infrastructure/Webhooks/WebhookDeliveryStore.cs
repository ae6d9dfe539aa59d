using CleanApi.Application.Webhooks;
using CleanApi.Domain.Webhooks;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Webhooks;

/// <inheritdoc cref="IWebhookDeliveryStore" />
internal sealed class WebhookDeliveryStore(CleanApiDbContext db, WebhookQueue queue) : IWebhookDeliveryStore
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
    public void Wake() => queue.Wake.Call();
}
