using Ardalis.Specification;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>The pending and the accepted invitations of the caller's organization that a user has sent, or sent again, from a moment on, whole and tracked.</summary>
internal sealed class InvitationsBySenderSpec : Specification<Invitation>
{
    public InvitationsBySenderSpec(UserId by, DateTimeOffset since)
    {
        // Each sending restarts its lifetime.
        var earliest = since + Invitation.Lifetime;
        Query.Where(invitation =>
            invitation.InvitedById == by
            && (invitation.Status == InvitationStatus.Pending || invitation.Status == InvitationStatus.Accepted)
            && invitation.ExpiresAt >= earliest);
    }
}
