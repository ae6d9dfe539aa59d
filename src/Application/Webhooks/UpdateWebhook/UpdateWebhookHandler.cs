using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Webhooks;
using Mapster;
using MediatR;

namespace CleanApi.Application.Webhooks;

internal sealed class UpdateWebhookHandler(
    IRepository<WebhookEndpoint> endpoints, IWebhookDeliveryStore deliveries, WebhookMails mails, IOutboundGuard guard, IUnitOfWork unitOfWork, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<UpdateWebhook, WebhookEndpointResponse>
{
    public async Task<WebhookEndpointResponse> Handle(UpdateWebhook command, CancellationToken cancellationToken)
    {
        if (command.Url.Value is { } url && await guard.RefusalOfAsync(url, cancellationToken) is { } refusal)
        {
            throw WebhookErrors.UnsafeUrl(refusal);
        }

        return await unitOfWork.ExecuteAsync(token => UpdateAsync(command, token), cancellationToken);
    }

    private async Task<WebhookEndpointResponse> UpdateAsync(UpdateWebhook command, CancellationToken cancellationToken)
    {
        var endpoint = await endpoints.LoadAsync(command.Id, cancellationToken);
        var terms = new WebhookTerms(
            command.Url.Or(endpoint.Url)!, command.EventTypes.Or(endpoint.EventTypes)!, command.Description.Or(endpoint.Description));
        var (now, before, url) = (clock.GetUtcNow(), endpoint.Status, endpoint.Url);
        endpoint.Update(terms, command.Status.Or(endpoint.Status)!.Value, now);
        audit.Record(endpoint);
        if (endpoint.Url != url)
        {
            await mails.SendAddressAsync(endpoint, now, cancellationToken);
        }

        if (before == WebhookStatus.Disabled && endpoint.Status == WebhookStatus.Enabled)
        {
            await deliveries.ReleaseAsync(endpoint.Id, cancellationToken);
        }

        return endpoint.Adapt<WebhookEndpointResponse>();
    }
}
