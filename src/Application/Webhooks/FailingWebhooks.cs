using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <inheritdoc cref="IFailingWebhooks" />
[Service]
internal sealed class FailingWebhooks(
    IRepository<WebhookEndpoint> endpoints, WebhookMails mails, IUnitOfWork unitOfWork, IAuditTrail audit, TimeProvider clock) : IFailingWebhooks
{
    private const string Action = "webhook_endpoint.disabled";

    /// <inheritdoc />
    public Task<bool> DisableAsync(WebhookEndpointId id, WebhookDisabledReason reason, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            if (await endpoints.SingleOrDefaultAsync(new ByIdSpec<WebhookEndpoint, WebhookEndpointId>(id), token) is not { } endpoint || !endpoint.GiveUp(reason, now))
            {
                return false;
            }

            audit.Record(Action, endpoint);
            await mails.SendDisabledAsync(endpoint, reason, now, token);
            return true;
        },
        cancellationToken);
}
