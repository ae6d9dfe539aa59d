using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using CleanApi.Domain.Webhooks;

namespace CleanApi.Application.Common.Auditing;

/// <summary>Whom or what an attempt is about, and in whose log it belongs.</summary>
/// <param name="OrganizationId">The organization; the nil id where none is known, whose entries no caller can read.</param>
/// <param name="Type">The type: <c>user</c>; null where nothing is known.</param>
/// <param name="Id">The public id; null where nothing is known.</param>
public sealed record AuditTarget(OrganizationId OrganizationId, string? Type = null, string? Id = null)
{
    /// <summary>Nothing is known.</summary>
    public static readonly AuditTarget Unknown = new(default(OrganizationId));

    /// <summary>What else tells attempts apart where there is no id, as an address that nobody has. Not stored.</summary>
    public string? Subject { get; init; }

    /// <summary>A user, as whom somebody tries to act.</summary>
    public static AuditTarget Of(OrganizationId organizationId, UserId userId) => new(organizationId, "user", TypeId.Format(userId));

    /// <summary>A session.</summary>
    public static AuditTarget Of(OrganizationId organizationId, SessionId sessionId) => new(organizationId, "session", TypeId.Format(sessionId));

    /// <summary>An API key.</summary>
    public static AuditTarget Of(OrganizationId organizationId, ApiKeyId apiKeyId) => new(organizationId, "api_key", TypeId.Format(apiKeyId));

    /// <summary>A post.</summary>
    public static AuditTarget Of(OrganizationId organizationId, PostId postId) => new(organizationId, "post", TypeId.Format(postId));

    /// <summary>A delivery to a webhook endpoint.</summary>
    public static AuditTarget Of(OrganizationId organizationId, WebhookDeliveryId deliveryId) => new(organizationId, "webhook_delivery", TypeId.Format(deliveryId));
}
