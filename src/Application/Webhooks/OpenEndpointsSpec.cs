using Ardalis.Specification;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>The endpoints that get the events of the caller's organization.</summary>
internal sealed class OpenEndpointsSpec : Specification<WebhookEndpoint, OpenEndpoint>
{
    public OpenEndpointsSpec()
    {
        Query.AsNoTracking().Where(endpoint => endpoint.Status == WebhookStatus.Enabled && endpoint.Livemode);
        Query.Select(endpoint => new OpenEndpoint(endpoint.Id, endpoint.EventTypes, endpoint.HeldUntil));
    }
}
