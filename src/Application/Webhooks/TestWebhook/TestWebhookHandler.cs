using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Webhooks;
using Mapster;
using MediatR;

namespace CleanApi.Application.Webhooks;

internal sealed class TestWebhookHandler(IRepository<WebhookEndpoint> endpoints, IWebhookDeliveryStore deliveries, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<TestWebhook, WebhookDeliveryResponse>
{
    // Not an event of the log: nothing has happened.
    private const string EventType = "webhook_endpoint.tested.v1";

    public async Task<WebhookDeliveryResponse> Handle(TestWebhook command, CancellationToken cancellationToken)
    {
        var endpoint = await endpoints.LoadAsync(command.Id, cancellationToken);
        if (endpoint.Status == WebhookStatus.Disabled)
        {
            throw WebhookErrors.Disabled();
        }

        var now = clock.GetUtcNow();
        var delivery = WebhookDelivery.Create(endpoint.OrganizationId, endpoint.Id, WebhookBody.OfTest(EventType, endpoint, now), eventId: null, now);
        deliveries.Add(delivery);
        audit.RecordUse(endpoint);
        return delivery.Adapt<WebhookDeliveryResponse>();
    }
}
