using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class ListUserPostsHandler(IReadRepository<Post> posts, IUserDirectory users, PostReach reach, PostAuthors authors)
    : IRequestHandler<ListUserPosts, Page<PostResponse>>
{
    public async Task<Page<PostResponse>> Handle(ListUserPosts query, CancellationToken cancellationToken)
    {
        var page = await posts.PageAsync(new ListUserPostsSpec(query, reach.ToCondition()), cancellationToken);
        // Only an empty page leaves open whether there is such a user: the usual page costs no further statement.
        if (page.Items.Count == 0 && !await users.ExistsAsync(query.AuthorId, cancellationToken))
        {
            throw NotFoundError.Of(query.AuthorId);
        }

        return page with { Items = await authors.IncludeAsync(page.Items, query.Include, cancellationToken) };
    }
}
