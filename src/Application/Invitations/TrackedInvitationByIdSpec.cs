using Ardalis.Specification;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>One invitation, whole and tracked.</summary>
internal sealed class TrackedInvitationByIdSpec : SingleResultSpecification<Invitation>
{
    public TrackedInvitationByIdSpec(InvitationId id) => Query.Where(invitation => invitation.Id == id);
}
