using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
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
        if (command.AuthorId != caller.ActingUserId)
        {
            await RequireUserAsync(command.AuthorId, cancellationToken);
        }

        var post = Post.Create(caller.OrganizationId, command.AuthorId, command.Title!, command.Body ?? "", clock.GetUtcNow());
        await posts.AddAsync(post, cancellationToken);
        audit.Record(post);
        return post.Adapt<PostResponse>();
    }

    // Whether a user exists is for callers who may read users.
    private async Task RequireUserAsync(UserId id, CancellationToken cancellationToken)
    {
        if (!context.Required.Has(Permissions.UsersRead))
        {
            throw MissingPermission.Of(context.Caller, Permissions.UsersRead);
        }

        if (!await users.ExistsAsync(id, cancellationToken))
        {
            throw NotFoundError.Of(id);
        }
    }
}
