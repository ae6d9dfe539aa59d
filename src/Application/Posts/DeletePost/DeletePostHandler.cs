using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class DeletePostHandler(PostWriter writer, TimeProvider clock) : IRequestHandler<DeletePost, Unit>
{
    public async Task<Unit> Handle(DeletePost command, CancellationToken cancellationToken)
    {
        (await writer.LoadAsync(command.Id, cancellationToken)).Delete(clock.GetUtcNow());
        return Unit.Value;
    }
}
