using System.Data;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Web;
using CleanApi.Domain.Common;
using CleanApi.Domain.Webhooks;
using Mapster;
using MediatR;

namespace CleanApi.Application.Webhooks;

internal sealed class CreateWebhookHandler(
    IRepository<WebhookEndpoint> endpoints,
    IWebhookSecrets secrets,
    WebhookMails mails,
    IOutboundGuard guard,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<CreateWebhook, WebhookEndpointResponse>
{
    public async Task<WebhookEndpointResponse> Handle(CreateWebhook command, CancellationToken cancellationToken)
    {
        var terms = new WebhookTerms(command.Url!, command.EventTypes ?? [EventTypeFilter.All], command.Description);
        if (await guard.RefusalOfAsync(terms.Url, cancellationToken) is { } refusal)
        {
            throw WebhookErrors.UnsafeUrl(refusal);
        }

        // Serializable, so that two that are created at once are both counted.
        return await unitOfWork.ExecuteAsync(token => AddAsync(terms, command.Livemode, token), IsolationLevel.Serializable, cancellationToken);
    }

    private async Task<WebhookEndpointResponse> AddAsync(WebhookTerms terms, bool livemode, CancellationToken cancellationToken)
    {
        if (await endpoints.CountAsync(cancellationToken) >= WebhookEndpoint.MaxPerOrganization)
        {
            throw WebhookErrors.LimitReached();
        }

        var now = clock.GetUtcNow();
        var id = TypeId.New<WebhookEndpointId>(now);
        var secret = secrets.Create(id);
        var endpoint = WebhookEndpoint.Create(id, context.Required.OrganizationId, terms, livemode, secret.Encrypted, now);
        await endpoints.AddAsync(endpoint, cancellationToken);
        audit.Record(endpoint);
        await mails.SendAddressAsync(endpoint, now, cancellationToken);
        return endpoint.Adapt<WebhookEndpointResponse>() with { Secret = secret.Text };
    }
}
