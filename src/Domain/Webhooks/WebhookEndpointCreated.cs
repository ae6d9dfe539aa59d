using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Webhooks;

/// <summary>A webhook endpoint was created. Its address stays out: it may hold a token.</summary>
[EventName("webhook_endpoint.created.v1")]
public sealed record WebhookEndpointCreated(WebhookEndpointId WebhookEndpointId, OrganizationId OrganizationId, IReadOnlyList<string> EventTypes) : IOrganizationEvent;
