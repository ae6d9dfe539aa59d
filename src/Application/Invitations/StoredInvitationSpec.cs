using Ardalis.Specification;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>One invitation as it is stored now, to look at.</summary>
internal sealed class StoredInvitationSpec : SingleResultSpecification<Invitation>
{
    public StoredInvitationSpec(InvitationId id) => Query.AsNoTracking().Where(invitation => invitation.Id == id);
}
