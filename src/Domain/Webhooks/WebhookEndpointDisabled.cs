using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Webhooks;

/// <summary>Nothing more is sent to a webhook endpoint, because it does not take it.</summary>
[EventName("webhook_endpoint.disabled.v1")]
public sealed record WebhookEndpointDisabled(WebhookEndpointId WebhookEndpointId, OrganizationId OrganizationId, WebhookDisabledReason Reason) : IOrganizationEvent;
