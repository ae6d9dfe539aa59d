using Mapster;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class PublishPostHandler(PostWriter writer, TimeProvider clock) : IRequestHandler<PublishPost, PostResponse>
{
    public async Task<PostResponse> Handle(PublishPost command, CancellationToken cancellationToken)
    {
        var post = await writer.LoadAsync(command.Id, cancellationToken);
        post.Publish(clock.GetUtcNow());
        return post.Adapt<PostResponse>();
    }
}
