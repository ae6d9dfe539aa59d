using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>The queue of deliveries, which is also their log.</summary>
public interface IWebhookDeliveryStore
{
    /// <summary>Adds one to the unit of work; it is sent after that has committed.</summary>
    void Add(WebhookDelivery delivery);

    /// <summary>Returns one of the caller's organization, tracked and locked; null when there is none.</summary>
    Task<WebhookDelivery?> FindForUpdateAsync(WebhookEndpointId endpointId, WebhookDeliveryId id, CancellationToken cancellationToken);

    /// <summary>Has all that waits for an endpoint sent now: it is enabled again.</summary>
    Task ReleaseAsync(WebhookEndpointId endpointId, CancellationToken cancellationToken);

    /// <summary>There is something to send as soon as the unit of work has committed.</summary>
    void Wake();
}
