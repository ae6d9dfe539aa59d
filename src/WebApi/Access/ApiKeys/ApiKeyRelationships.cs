using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Access;

/// <summary>What a key belongs to.</summary>
/// <param name="Owner">Whom it acts for.</param>
/// <param name="Organization">The organization.</param>
public sealed record ApiKeyRelationships(Relationship<UserId, UserAttributes> Owner, Relationship<OrganizationId, OrganizationSummary> Organization);
