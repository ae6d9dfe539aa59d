using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>The invitations of the caller's organization, a page at a time.</summary>
[RequiresPermission(Permissions.InvitationsManage, Denied = "Only admins can invite users")]
public sealed record ListInvitations : IQuery<Page<InvitationResponse>>, IPagedQuery
{
    /// <inheritdoc />
    public string? Cursor { get; init; }

    /// <inheritdoc />
    public int? Page { get; init; }

    /// <inheritdoc />
    public int Limit { get; init; } = PageLimits.DefaultLimit;

    /// <inheritdoc />
    public bool Total { get; init; } = true;

    /// <inheritdoc />
    public string OrderBy { get; init; } = InvitationOrder.CreatedAt;

    /// <inheritdoc />
    public string OrderDir { get; init; } = PageLimits.Descending;

    /// <summary>Only invitations of this status; a pending one may have expired.</summary>
    public InvitationStatus? Status { get; init; }

    /// <inheritdoc />
    string IPagedQuery.Filter => $"{Status}";
}
