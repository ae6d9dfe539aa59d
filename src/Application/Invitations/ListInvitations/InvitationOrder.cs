using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>The order that a list of invitations offers; it has an index of its own.</summary>
internal static class InvitationOrder
{
    public const string CreatedAt = "createdAt";

    public static readonly SortKey<Invitation, InvitationResponse> ByCreatedAt =
        SortKeys.By<Invitation, InvitationResponse>(CreatedAt, invitation => invitation.CreatedAt, row => row.CreatedAt);
}
