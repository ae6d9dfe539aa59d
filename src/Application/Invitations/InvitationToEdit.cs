using Ardalis.Specification;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>One invitation, whole and tracked.</summary>
internal sealed class InvitationToEdit : SingleResultSpecification<Invitation>
{
    public InvitationToEdit(InvitationId id) => Query.Where(invitation => invitation.Id == id);
}
