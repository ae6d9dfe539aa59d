using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Auditing;

/// <summary>Who did what to what, from where, and what changed. Written once, with what it tells of; never changed.</summary>
[IdPrefix("aud")]
public sealed class AuditLog : ITenantOwned
{
    /// <summary>The identifier.</summary>
    public AuditLogId Id { get; init; }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; init; }

    /// <summary>Who did it; null when the system did.</summary>
    public UserId? ActorId { get; init; }

    /// <summary>The API key that the actor's program sent; null when they did it themselves.</summary>
    public ApiKeyId? ApiKeyId { get; init; }

    /// <summary>What was done: <c>user.updated</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Whether it was done or denied.</summary>
    public AuditOutcome Outcome { get; init; }

    /// <summary>The kind of thing it was done to: <c>user</c>.</summary>
    public string? TargetType { get; init; }

    /// <summary>The thing's id as clients see it.</summary>
    public string? TargetId { get; init; }

    /// <summary>JSON: field to <c>{"from":…,"to":…}</c>, secrets left out.</summary>
    public string Changes { get; init; } = "{}";

    /// <summary>The caller's address.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The caller's program, at most 500 characters.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The request that did it.</summary>
    public string? RequestId { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
