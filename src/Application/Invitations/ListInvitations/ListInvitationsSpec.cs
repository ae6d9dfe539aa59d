using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>One page of the invitations that match.</summary>
internal sealed class ListInvitationsSpec : PageSpecification<Invitation, InvitationResponse>
{
    public ListInvitationsSpec(ListInvitations query)
        : base(query)
    {
        if (query.Status is { } status)
        {
            Match(invitation => invitation.Status == status);
        }
    }
}
