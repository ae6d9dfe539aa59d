using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Webhooks;

/// <summary>An endpoint, as far as it decides what it is sent.</summary>
/// <param name="Id">The endpoint.</param>
/// <param name="EventTypes">Its filters.</param>
/// <param name="HeldUntil">Until when it wants nothing.</param>
internal sealed record OpenEndpoint(WebhookEndpointId Id, IReadOnlyList<string> EventTypes, DateTimeOffset? HeldUntil);
