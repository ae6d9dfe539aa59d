using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Where the caller is signed in, a page at a time.</summary>
[AuthenticatedOnly("Everybody's sessions are their own.")]
[AllowedBeforeMfaEnrollment]
public sealed record ListMySessions : IQuery<Page<ActiveSessionResponse>>, IPagedQuery
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
    public string OrderBy { get; init; } = SessionOrder.CreatedAt;

    /// <inheritdoc />
    public string OrderDir { get; init; } = PageLimits.Descending;

    /// <inheritdoc />
    string IPagedQuery.Filter => "";
}
