using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Webhooks;

/// <summary>A webhook endpoint got another secret.</summary>
[EventName("webhook_endpoint.secret_rotated.v1")]
public sealed record WebhookEndpointSecretRotated(WebhookEndpointId WebhookEndpointId, OrganizationId OrganizationId) : IOrganizationEvent;
