using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>An identity that is linked, and whom it signs in.</summary>
public sealed record LinkedIdentity(ExternalIdentityId Id, AccountId AccountId, UserId UserId, OrganizationId OrganizationId);
