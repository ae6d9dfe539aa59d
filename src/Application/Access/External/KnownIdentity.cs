using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>An identity that is linked, and whom it signs in.</summary>
public sealed record KnownIdentity(ExternalIdentityId Id, AccountId AccountId, UserId UserId, OrganizationId OrganizationId);
