using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Posts;
using Mapster;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class CreatePostHandler(IRepository<Post> posts, ICallerContext context, ISender sender, TimeProvider clock)
    : IRequestHandler<CreatePost, PostResponse>
{
    public async Task<PostResponse> Handle(CreatePost command, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        // The caller exists: their session would have ended with them.
        if (command.AuthorId != caller.UserId)
        {
            await sender.Send(new GetUser(command.AuthorId), cancellationToken);
        }

        var post = Post.Create(caller.OrganizationId, command.AuthorId, command.Title!.Trim(), command.Body ?? "", clock.GetUtcNow());
        await posts.AddAsync(post, cancellationToken);
        return post.Adapt<PostResponse>();
    }
}
