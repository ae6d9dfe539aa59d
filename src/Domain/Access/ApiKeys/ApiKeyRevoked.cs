using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>A key was taken back; nothing is done with it any more.</summary>
[EventName("api_key.revoked.v1")]
public sealed record ApiKeyRevoked(ApiKeyId ApiKeyId, UserId UserId, OrganizationId OrganizationId) : IDomainEvent;
