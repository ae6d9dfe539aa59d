using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>An invitation, without its link, which is only in the mail.</summary>
public sealed record InvitationResponse(
    InvitationId Id,
    OrganizationId OrganizationId,
    EmailAddress Email,
    UserRole Role,
    UserId InvitedById,
    InvitationStatus Status,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? AcceptedAt,
    UserId? AcceptedById,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned
{
    /// <summary>Whether the command has created it; false for one that was pending already.</summary>
    public bool IsNew { get; init; }
}
