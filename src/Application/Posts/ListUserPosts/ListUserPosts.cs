using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Posts;

/// <summary>The posts of one user of the caller's organization that the caller may read, a page at a time.</summary>
[RequiresPermission(Permissions.PostsRead)]
[SortedBy(nameof(PostResponse.CreatedAt), nameof(PostResponse.UpdatedAt))]
public sealed record ListUserPosts : DatedQuery<PostResponse>
{
    /// <summary>Whose; from the path, and so not settable from a query string.</summary>
    public UserId AuthorId { get; private init; }

    /// <summary>Part of the title or the body, in any case; at most 100 characters.</summary>
    public string? Search { get; init; }

    /// <summary>Only posts of this status.</summary>
    public PostStatus? Status { get; init; }

    /// <summary><c>author</c> embeds the author.</summary>
    [DoesNotFilter("It says what is returned of the posts, not which.")]
    public string? Include { get; init; }

    /// <summary>The same query for this user's posts.</summary>
    public ListUserPosts Of(UserId authorId) => this with { AuthorId = authorId };
}
