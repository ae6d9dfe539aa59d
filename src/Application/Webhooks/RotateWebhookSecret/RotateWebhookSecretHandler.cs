using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Webhooks;
using Mapster;
using MediatR;

namespace CleanApi.Application.Webhooks;

internal sealed class RotateWebhookSecretHandler(IRepository<WebhookEndpoint> endpoints, IWebhookSecrets secrets, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<RotateWebhookSecret, WebhookEndpointResponse>
{
    public async Task<WebhookEndpointResponse> Handle(RotateWebhookSecret command, CancellationToken cancellationToken)
    {
        var endpoint = await endpoints.LoadAsync(command.Id, cancellationToken);
        var secret = secrets.Create(endpoint.Id);
        endpoint.RotateSecret(secret.Encrypted, clock.GetUtcNow());
        audit.Record(endpoint);
        return endpoint.Adapt<WebhookEndpointResponse>() with { Secret = secret.Text };
    }
}
