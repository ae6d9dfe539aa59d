using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Webhooks;
using Mapster;
using MediatR;

namespace CleanApi.Application.Webhooks;

internal sealed class RedeliverWebhookHandler(IRepository<WebhookEndpoint> endpoints, IWebhookDeliveryStore deliveries, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<RedeliverWebhook, WebhookDeliveryResponse>
{
    public async Task<WebhookDeliveryResponse> Handle(RedeliverWebhook command, CancellationToken cancellationToken)
    {
        var endpoint = await endpoints.LoadAsync(command.Id, cancellationToken);
        if (endpoint.Status == WebhookStatus.Disabled)
        {
            throw WebhookErrors.Disabled();
        }

        var delivery = await deliveries.FindForUpdateAsync(command.Id, command.DeliveryId, cancellationToken) ?? throw NotFoundError.Of(command.DeliveryId);
        // No aggregate, of which the unit of work would do it.
        context.Preconditions.Require(delivery.Version);
        delivery.SendAgain(clock.GetUtcNow());
        deliveries.Wake();
        audit.RecordUse(AuditTarget.Of(delivery.OrganizationId, delivery.Id));
        return delivery.Adapt<WebhookDeliveryResponse>();
    }
}
