using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Posts;

/// <summary>The posts of one user of the caller's organization, a page at a time.</summary>
[RequiresPermission(Permissions.PostsRead)]
public sealed record ListUserPosts : IQuery<Page<PostResponse>>, IPagedQuery
{
    /// <summary>Whose; from the path, and so not settable from a query string.</summary>
    public UserId AuthorId { get; private init; }

    /// <inheritdoc />
    public string? Cursor { get; init; }

    /// <inheritdoc />
    public int? Page { get; init; }

    /// <inheritdoc />
    public int Limit { get; init; } = PageLimits.DefaultLimit;

    /// <inheritdoc />
    public bool Total { get; init; } = true;

    /// <inheritdoc />
    public string OrderBy { get; init; } = PostOrder.CreatedAt;

    /// <inheritdoc />
    public string OrderDir { get; init; } = PageLimits.Descending;

    /// <inheritdoc />
    string IPagedQuery.Filter => $"{AuthorId}";

    /// <summary>The same query for this user's posts.</summary>
    public ListUserPosts Of(UserId authorId) => this with { AuthorId = authorId };
}
