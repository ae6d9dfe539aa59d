using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Webhooks;

/// <summary>The address, the filters, the description or the status of a webhook endpoint changed.</summary>
[EventName("webhook_endpoint.updated.v1")]
public sealed record WebhookEndpointUpdated(WebhookEndpointId WebhookEndpointId, OrganizationId OrganizationId, IReadOnlyList<string> EventTypes, WebhookStatus Status) : IOrganizationEvent;
