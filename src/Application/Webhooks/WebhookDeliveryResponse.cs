using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Events;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>A delivery, as the delivery log shows it.</summary>
public sealed record WebhookDeliveryResponse(
    WebhookDeliveryId Id,
    OrganizationId OrganizationId,
    WebhookEndpointId EndpointId,
    OutboxEventId? EventId,
    string EventType,
    string Payload,
    WebhookDeliveryStatus Status,
    int Attempts,
    DateTimeOffset DueAt,
    DateTimeOffset? AttemptedAt,
    int? DurationMilliseconds,
    int? ResponseStatus,
    string? ResponseBody,
    string? LastError,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? FailedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned;
