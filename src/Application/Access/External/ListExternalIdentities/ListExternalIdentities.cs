using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The identities at other providers that are linked to the caller's account, a page at a time.</summary>
[AuthenticatedOnly("Everybody sees with what they sign in.")]
public sealed record ListExternalIdentities : IQuery<Page<ExternalIdentityResponse>>, IPagedQuery
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
    public string OrderBy { get; init; } = ExternalIdentityOrder.CreatedAt;

    /// <inheritdoc />
    public string OrderDir { get; init; } = PageLimits.Descending;

    /// <inheritdoc />
    string IPagedQuery.Filter => $"{UserId}";

    // Whose; the handler's to set, and so not settable from a query string.
    internal UserId UserId { get; init; }
}
