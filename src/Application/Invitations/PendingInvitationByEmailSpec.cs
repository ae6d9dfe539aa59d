using Ardalis.Specification;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>The pending invitation of the caller's organization to an address, whole and tracked.</summary>
internal sealed class PendingInvitationByEmailSpec : SingleResultSpecification<Invitation>
{
    public PendingInvitationByEmailSpec(EmailAddress email) =>
        Query.Where(invitation => invitation.Email == email && invitation.Status == InvitationStatus.Pending);
}
