using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Webhooks;
using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>A delivery whose turn it is, with what is needed of its endpoint.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="LeaseToken">Whose turn it is.</param>
/// <param name="Attempts">How often it was tried, this time included.</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Payload">The body of the request.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="IsEnabled">Whether the endpoint is enabled.</param>
/// <param name="IsDeleted">Whether it was deleted.</param>
/// <param name="EncryptedSecret">The secret.</param>
/// <param name="EncryptedPreviousSecret">The secret before; null without one.</param>
/// <param name="PreviousSecretEndsAt">When that signs no more.</param>
/// <param name="CreatedAt">When the delivery was created, UTC.</param>
internal sealed record WebhookItem(
    Guid Id,
    Guid? LeaseToken,
    int Attempts,
    OrganizationId OrganizationId,
    WebhookEndpointId EndpointId,
    string Payload,
    string Url,
    bool IsEnabled,
    bool IsDeleted,
    [property: Secret] byte[] EncryptedSecret,
    [property: Secret] byte[]? EncryptedPreviousSecret,
    DateTimeOffset? PreviousSecretEndsAt,
    DateTimeOffset CreatedAt) : IQueued
{
    /// <summary>The value of the header <c>webhook-id</c>: the same at each attempt.</summary>
    public string MessageId => TypeId.Format(WebhookDeliveryId.From(Id));

    /// <summary>Without the secrets.</summary>
    public override string ToString() => $"{nameof(WebhookItem)} {MessageId}";
}
