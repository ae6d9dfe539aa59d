using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Posts;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class ListPostsHandler(IReadRepository<Post> posts, PostReach reach, PostAuthors authors) : IRequestHandler<ListPosts, Page<PostResponse>>
{
    public async Task<Page<PostResponse>> Handle(ListPosts query, CancellationToken cancellationToken)
    {
        var page = await posts.PageAsync(new ListPostsSpec(query, reach.ToCondition()), cancellationToken);
        return page with { Items = await authors.IncludeAsync(page.Items, query.Include, cancellationToken) };
    }
}
