using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>A key has a successor, and ends when the time to change over is up.</summary>
[EventName("api_key.rotated.v1")]
public sealed record ApiKeyRotated(ApiKeyId ApiKeyId, ApiKeyId SuccessorId, UserId UserId, OrganizationId OrganizationId) : IDomainEvent;
