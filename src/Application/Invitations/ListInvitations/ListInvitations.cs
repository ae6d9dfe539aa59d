using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>The invitations of the caller's organization, a page at a time.</summary>
[RequiresPermission(Permissions.InvitationsManage, Denied = "Only admins can see invitations")]
[SortedBy(nameof(InvitationResponse.CreatedAt))]
public sealed record ListInvitations : DatedQuery<InvitationResponse>
{
    /// <summary>Only invitations of this status; a pending one may have expired.</summary>
    public InvitationStatus? Status { get; init; }
}
