using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Webhooks;
using MediatR;

namespace CleanApi.Application.Webhooks;

internal sealed class ListWebhookDeliveriesHandler(IReadRepository<WebhookDelivery> deliveries, IReadRepository<WebhookEndpoint> endpoints)
    : IRequestHandler<ListWebhookDeliveries, Page<WebhookDeliveryResponse>>
{
    public async Task<Page<WebhookDeliveryResponse>> Handle(ListWebhookDeliveries query, CancellationToken cancellationToken)
    {
        // First, because the deliveries of a deleted endpoint are still there.
        if (await endpoints.FindAsync<WebhookEndpointId, WebhookEndpointResponse>(query.EndpointId, cancellationToken) is null)
        {
            throw NotFoundError.Of(query.EndpointId);
        }

        return await deliveries.PageAsync(new ListWebhookDeliveriesSpec(query), cancellationToken);
    }
}
