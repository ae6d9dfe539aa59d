using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Webhooks;
using MediatR;

namespace CleanApi.Application.Webhooks;

internal sealed class DeleteWebhookHandler(IRepository<WebhookEndpoint> endpoints, IAuditTrail audit, TimeProvider clock) : IRequestHandler<DeleteWebhook, Unit>
{
    public async Task<Unit> Handle(DeleteWebhook command, CancellationToken cancellationToken)
    {
        var endpoint = await endpoints.LoadAsync(command.Id, cancellationToken);
        endpoint.Delete(clock.GetUtcNow());
        audit.Record(endpoint);
        return Unit.Value;
    }
}
