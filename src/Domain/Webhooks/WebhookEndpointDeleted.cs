using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Webhooks;

/// <summary>A webhook endpoint was deleted.</summary>
[EventName("webhook_endpoint.deleted.v1")]
public sealed record WebhookEndpointDeleted(WebhookEndpointId WebhookEndpointId, OrganizationId OrganizationId) : IOrganizationEvent;
