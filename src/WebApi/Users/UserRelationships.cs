using CleanApi.Domain.Organizations;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;

namespace CleanApi.WebApi.Users;

/// <summary>What a user belongs to.</summary>
/// <param name="Organization">The organization; its name and plan with <c>?include=organization</c>.</param>
public sealed record UserRelationships(Relationship<OrganizationId, OrganizationSummary> Organization);
