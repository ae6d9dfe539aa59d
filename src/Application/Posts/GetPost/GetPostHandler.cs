using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class GetPostHandler(IReadRepository<Post> posts, PostReach reach, PostAuthors authors) : IRequestHandler<GetPost, PostResponse>
{
    public async Task<PostResponse> Handle(GetPost query, CancellationToken cancellationToken) =>
        await posts.FindAsync<PostId, PostResponse>(query.Id, cancellationToken) is { } post && reach.Covers(post.AuthorId, post.Status)
            ? (await authors.IncludeAsync([post], query.Include, cancellationToken))[0]
            : throw NotFoundError.Of(query.Id);
}
