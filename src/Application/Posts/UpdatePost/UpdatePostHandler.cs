using Mapster;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class UpdatePostHandler(PostWriter writer, TimeProvider clock) : IRequestHandler<UpdatePost, PostResponse>
{
    public async Task<PostResponse> Handle(UpdatePost command, CancellationToken cancellationToken)
    {
        var post = await writer.LoadAsync(command.Id, cancellationToken);
        post.Edit(command.Title.Or(post.Title), command.Body.Or(post.Body), clock.GetUtcNow());
        return post.Adapt<PostResponse>();
    }
}
