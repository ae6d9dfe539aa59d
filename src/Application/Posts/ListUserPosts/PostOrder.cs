using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.Posts;

/// <summary>The order that a list of posts offers; it has an index of its own.</summary>
internal static class PostOrder
{
    public const string CreatedAt = "createdAt";

    public static readonly SortKey<Post, PostResponse> ByCreatedAt = SortKeys.By<Post, PostResponse>(CreatedAt, post => post.CreatedAt, row => row.CreatedAt);
}
