using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Webhooks;
using Mapster;
using MediatR;

namespace CleanApi.Application.Webhooks;

internal sealed class UpdateWebhookHandler(
    IRepository<WebhookEndpoint> endpoints, IOutboundGuard guard, IUnitOfWork unitOfWork, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<UpdateWebhook, WebhookEndpointResponse>
{
    public async Task<WebhookEndpointResponse> Handle(UpdateWebhook command, CancellationToken cancellationToken)
    {
        if (command.Url.Value is { } url && !await guard.AllowsAsync(url, cancellationToken))
        {
            throw WebhookErrors.UnsafeUrl();
        }

        return await unitOfWork.ExecuteAsync(token => UpdateAsync(command, token), cancellationToken);
    }

    private async Task<WebhookEndpointResponse> UpdateAsync(UpdateWebhook command, CancellationToken cancellationToken)
    {
        var endpoint = await endpoints.LoadAsync(command.Id, cancellationToken);
        var terms = new WebhookTerms(
            command.Url.Or(endpoint.Url)!, command.EventTypes.Or(endpoint.EventTypes)!, command.Description.Or(endpoint.Description));
        endpoint.Update(terms, command.Status.Or(endpoint.Status)!.Value, clock.GetUtcNow());
        audit.Record(endpoint);
        return endpoint.Adapt<WebhookEndpointResponse>();
    }
}
