using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>Queues each event for the endpoints of its organization that want it, in one transaction with the note that it was handled: once for each endpoint.</summary>
[EventHandler("webhooks.fan-out")]
internal sealed class WebhookFanOut(IReadRepository<WebhookEndpoint> endpoints, IWebhookDeliveryStore deliveries, ICallerContext context, TimeProvider clock) : IEveryEventHandler
{
    // Asked for once, for all events of the organization that are handled together: they were there before, so an endpoint that is not yet there is not to get them.
    private List<OpenEndpoint>? open;

    public async Task HandleAsync(StoredEvent stored, CancellationToken cancellationToken)
    {
        var (about, now) = (stored.Context, clock.GetUtcNow());
        WebhookPayload? payload = null;
        open ??= await endpoints.ListAsync(new OpenEndpointsSpec(), cancellationToken);
        foreach (var endpoint in open)
        {
            if (endpoint.EventTypes.Any(filter => WebhookRules.Matches(filter, about.Name)))
            {
                payload ??= WebhookBody.Of(about, stored.Payload);
                deliveries.Add(WebhookDelivery.Create(context.Required.OrganizationId, endpoint.Id, payload, about.Id, now, endpoint.HeldUntil));
            }
        }
    }
}
