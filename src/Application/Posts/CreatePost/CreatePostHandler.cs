using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using Mapster;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class CreatePostHandler(
    IRepository<Post> posts, IUserDirectory users, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<CreatePost, PostResponse>
{
    public async Task<PostResponse> Handle(CreatePost command, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        // The caller exists: the session ends when the user is deleted.
        if (command.AuthorId != caller.ActingUserId && !await users.ExistsAsync(command.AuthorId, cancellationToken))
        {
            throw NotFoundError.Of(command.AuthorId);
        }

        var post = Post.Create(caller.OrganizationId, command.AuthorId, command.Title!.Trim(), command.Body ?? "", clock.GetUtcNow());
        await posts.AddAsync(post, cancellationToken);
        audit.Record(post);
        return post.Adapt<PostResponse>();
    }
}
