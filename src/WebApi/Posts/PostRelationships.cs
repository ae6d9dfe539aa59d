using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Posts;

/// <summary>What a post belongs to.</summary>
/// <param name="Author">Whose post it is.</param>
/// <param name="Organization">The organization.</param>
public sealed record PostRelationships(Relationship<UserId, UserAttributes> Author, Relationship<OrganizationId, OrganizationSummary> Organization);
