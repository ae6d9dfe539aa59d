using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Posts;

/// <summary>The posts of one user of the caller's organization, a page at a time.</summary>
[RequiresPermission(Permissions.PostsRead)]
[SortedBy(nameof(PostResponse.CreatedAt))]
public sealed record ListUserPosts : DatedQuery<PostResponse>
{
    /// <summary>Whose; from the path, and so not settable from a query string.</summary>
    public UserId AuthorId { get; private init; }

    /// <summary>The same query for this user's posts.</summary>
    public ListUserPosts Of(UserId authorId) => this with { AuthorId = authorId };
}
