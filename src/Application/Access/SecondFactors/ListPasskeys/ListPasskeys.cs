using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>The caller's own passkeys, a page at a time.</summary>
[AuthenticatedOnly("Everybody keeps their own passkeys.")]
[AllowedBeforeMfaEnrollment]
public sealed record ListPasskeys : IQuery<Page<PasskeyResponse>>, IPagedQuery
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
    public string OrderBy { get; init; } = PasskeyOrder.CreatedAt;

    /// <inheritdoc />
    public string OrderDir { get; init; } = PageLimits.Descending;

    /// <inheritdoc />
    string IPagedQuery.Filter => nameof(ListPasskeys);
}
