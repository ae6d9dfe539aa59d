using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>A webhook endpoint, without its secrets.</summary>
public sealed record WebhookEndpointResponse(
    WebhookEndpointId Id,
    OrganizationId OrganizationId,
    string Url,
    IReadOnlyList<string> EventTypes,
    string? Description,
    WebhookStatus Status,
    WebhookDisabledReason? DisabledReason,
    DateTimeOffset? DisabledAt,
    bool Livemode,
    DateTimeOffset? PreviousSecretEndsAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned
{
    /// <summary>The secret itself; only in the response that makes it.</summary>
    public string? Secret { get; init; }

    /// <summary>Without the secret, which must not reach a log.</summary>
    public override string ToString() => $"{nameof(WebhookEndpointResponse)} {Id}";
}
