using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Auditing;

/// <summary>An entry of the audit log. It never changes.</summary>
public sealed record AuditLogResponse(
    AuditLogId Id,
    OrganizationId OrganizationId,
    UserId? ActorId,
    ApiKeyId? ApiKeyId,
    string Action,
    AuditOutcome Outcome,
    string? Reason,
    string? TargetType,
    string? TargetId,
    string Changes,
    string? IpAddress,
    string? UserAgent,
    string? RequestId,
    DateTimeOffset CreatedAt) : IVersioned
{
    /// <inheritdoc />
    public long Version => 1;
}
