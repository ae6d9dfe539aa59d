using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Auditing;

/// <summary>An entry of the audit log: actor, action, target, origin and changes. Written in the transaction of the change, and immutable.</summary>
[IdPrefix("aud")]
public sealed class AuditLog : ITenantOwned
{
    /// <summary>The identifier.</summary>
    public AuditLogId Id { get; init; }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; init; }

    /// <summary>The user who acted; null for the system, and for whoever did not prove who they are.</summary>
    public UserId? ActorId { get; init; }

    /// <summary>The API key that was used; null when the user had a session.</summary>
    public ApiKeyId? ApiKeyId { get; init; }

    /// <summary>The action: <c>user.updated</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Whether it succeeded, was denied, or failed.</summary>
    public AuditOutcome Outcome { get; init; }

    /// <summary>Why it was denied or failed, a code of a closed list; null where it succeeded.</summary>
    public string? Reason { get; init; }

    /// <summary>The type of the target: <c>user</c>.</summary>
    public string? TargetType { get; init; }

    /// <summary>The public id of the target.</summary>
    public string? TargetId { get; init; }

    /// <summary>JSON: field to <c>{"from":…,"to":…}</c>, without secrets.</summary>
    public string Changes { get; init; } = "{}";

    /// <summary>The client's IP address.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The client's User-Agent, at most 500 characters.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The request id.</summary>
    public string? RequestId { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
