using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>An API key was revoked.</summary>
[EventName("api_key.revoked.v1")]
public sealed record ApiKeyRevoked(ApiKeyId ApiKeyId, UserId UserId, OrganizationId OrganizationId) : IOrganizationEvent;
