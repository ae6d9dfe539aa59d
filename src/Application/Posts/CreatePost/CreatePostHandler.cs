using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class CreatePostHandler(PostWriter writer, ICallerContext context) : IRequestHandler<CreatePost, PostResponse>
{
    // The caller exists: the session ends when the user is deleted.
    public Task<PostResponse> Handle(CreatePost command, CancellationToken cancellationToken) =>
        writer.CreateAsync(context.RequiredUserId, command.Title!, command.Body, command.Status, cancellationToken);
}
