using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Posts;

/// <summary>The posts of the caller's organization that the caller may read, a page at a time.</summary>
[RequiresPermission(Permissions.PostsRead)]
[SortedBy(nameof(PostResponse.CreatedAt), nameof(PostResponse.UpdatedAt), nameof(PostResponse.Title))]
public sealed record ListPosts : DatedQuery<PostResponse>
{
    /// <summary>Only posts of this user.</summary>
    public UserId? AuthorId { get; init; }

    /// <summary>Part of the title or the body, in any case; at most 100 characters.</summary>
    public string? Search { get; init; }

    /// <summary>Only posts of this status.</summary>
    public PostStatus? Status { get; init; }

    /// <summary><c>author</c> embeds the author.</summary>
    [DoesNotFilter("It says what is returned of the posts, not which.")]
    public string? Include { get; init; }
}
