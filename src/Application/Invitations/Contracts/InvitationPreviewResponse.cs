using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>An open invitation as whoever is invited sees it.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="OrganizationId">The organization that invites.</param>
/// <param name="OrganizationName">Its name.</param>
/// <param name="InvitedBy">The name of whoever sent it last.</param>
/// <param name="Email">The invited address.</param>
/// <param name="Role">The role that the acceptance gives.</param>
/// <param name="ExpiresAt">Until when it can be accepted, UTC.</param>
/// <param name="HasAccount">Whether the address has an account, which has to sign in to accept.</param>
/// <param name="CreatedAt">When it was first sent, UTC.</param>
/// <param name="Version">The invitation's version.</param>
public sealed record InvitationPreviewResponse(
    InvitationId Id,
    OrganizationId OrganizationId,
    string OrganizationName,
    string InvitedBy,
    EmailAddress Email,
    UserRole Role,
    DateTimeOffset ExpiresAt,
    bool HasAccount,
    DateTimeOffset CreatedAt,
    long Version) : IVersioned;
