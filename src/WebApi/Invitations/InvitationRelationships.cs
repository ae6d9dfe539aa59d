using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Invitations;

/// <summary>What an invitation belongs to.</summary>
/// <param name="InvitedBy">Who sent it last.</param>
/// <param name="Organization">The organization that invites.</param>
public sealed record InvitationRelationships(Relationship<UserId, UserAttributes> InvitedBy, Relationship<OrganizationId, OrganizationSummary> Organization);
