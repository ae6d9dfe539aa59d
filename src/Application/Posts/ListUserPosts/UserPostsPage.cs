using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.Posts;

/// <summary>One page of a user's posts.</summary>
internal sealed class UserPostsPage : PageSpecification<Post, PostResponse>
{
    public UserPostsPage(ListUserPosts query)
        : base(query)
    {
        var authorId = query.AuthorId;
        Match(post => post.AuthorId == authorId);
        Order(PostOrder.ByCreatedAt, post => post.Id, row => row.Id);
    }
}
