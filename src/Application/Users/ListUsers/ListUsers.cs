using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>The users of the caller's organization, a page at a time.</summary>
[RequiresPermission(Permissions.UsersRead)]
public sealed record ListUsers : IQuery<Page<UserResponse>>, IPagedQuery
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
    public string OrderBy { get; init; } = UserOrder.CreatedAt;

    /// <inheritdoc />
    public string OrderDir { get; init; } = PageLimits.Descending;

    /// <summary>Part of the name or the address, in any case; at most 100 characters.</summary>
    public string? Search { get; init; }

    /// <summary>Only users of this role.</summary>
    public UserRole? Role { get; init; }

    /// <summary>Only users of this status.</summary>
    public UserStatus? Status { get; init; }

    /// <summary>Only users of this organization; another than the caller's has none.</summary>
    public OrganizationId? OrganizationId { get; init; }

    /// <summary><c>organization</c> embeds it.</summary>
    public string? Include { get; init; }

    /// <inheritdoc />
    string IPagedQuery.Filter => $"{Role}|{Status}|{OrganizationId}|{Search}";
}
