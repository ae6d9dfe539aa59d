using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.Posts;

/// <summary>One page of a user's posts.</summary>
internal sealed class ListUserPostsSpec : PageSpecification<Post, PostResponse>
{
    public ListUserPostsSpec(ListUserPosts query)
        : base(query)
    {
        var authorId = query.AuthorId;
        Match(post => post.AuthorId == authorId);
    }
}
