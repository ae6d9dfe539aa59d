using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>An API key was rotated: it has a successor and expires after the grace period.</summary>
[EventName("api_key.rotated.v1")]
public sealed record ApiKeyRotated(ApiKeyId ApiKeyId, ApiKeyId SuccessorId, UserId UserId, OrganizationId OrganizationId) : IOrganizationEvent;
