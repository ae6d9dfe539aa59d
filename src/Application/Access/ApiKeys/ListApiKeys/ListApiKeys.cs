using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>The caller's keys, or all of the organization with <see cref="Permissions.ApiKeysManageAll"/>, a page at a time.</summary>
[RequiresPermission(Permissions.ApiKeysManage)]
public sealed record ListApiKeys : IQuery<Page<ApiKeyResponse>>, IPagedQuery
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
    public string OrderBy { get; init; } = ApiKeyOrder.CreatedAt;

    /// <inheritdoc />
    public string OrderDir { get; init; } = PageLimits.Descending;

    /// <inheritdoc />
    string IPagedQuery.Filter => "";
}
