using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Webhooks;
using MediatR;

namespace CleanApi.Application.Webhooks;

internal sealed class GetWebhookDeliveryHandler(IReadRepository<WebhookDelivery> deliveries, IReadRepository<WebhookEndpoint> endpoints)
    : IRequestHandler<GetWebhookDelivery, WebhookDeliveryResponse>
{
    public async Task<WebhookDeliveryResponse> Handle(GetWebhookDelivery query, CancellationToken cancellationToken)
    {
        // First, because the deliveries of a deleted endpoint are still there.
        if (await endpoints.FindAsync<WebhookEndpointId, WebhookEndpointResponse>(query.Id, cancellationToken) is null)
        {
            throw NotFoundError.Of(query.Id);
        }

        var delivery = await deliveries.FindAsync<WebhookDeliveryId, WebhookDeliveryResponse>(query.DeliveryId, cancellationToken);
        return delivery?.EndpointId == query.Id ? delivery : throw NotFoundError.Of(query.DeliveryId);
    }
}
