using Mapster;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class ArchivePostHandler(PostWriter writer, TimeProvider clock) : IRequestHandler<ArchivePost, PostResponse>
{
    public async Task<PostResponse> Handle(ArchivePost command, CancellationToken cancellationToken)
    {
        var post = await writer.LoadAsync(command.Id, cancellationToken);
        post.Archive(clock.GetUtcNow());
        return post.Adapt<PostResponse>();
    }
}
