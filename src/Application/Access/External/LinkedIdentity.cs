using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>A linked external identity with the user whom it signs in.</summary>
public sealed record LinkedIdentity(ExternalIdentityId Id, AccountId AccountId, UserId UserId, OrganizationId OrganizationId);
