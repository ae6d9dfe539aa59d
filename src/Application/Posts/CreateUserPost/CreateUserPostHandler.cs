using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class CreateUserPostHandler(PostWriter writer, IUserDirectory users, ICallerContext context) : IRequestHandler<CreateUserPost, PostResponse>
{
    public async Task<PostResponse> Handle(CreateUserPost command, CancellationToken cancellationToken)
    {
        // The caller exists: the session ends when the user is deleted.
        if (command.AuthorId != context.Required.ActingUserId)
        {
            await RequireUserAsync(command.AuthorId, cancellationToken);
        }

        return await writer.CreateAsync(command.AuthorId, command.Title!, command.Body, command.Status, cancellationToken);
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
