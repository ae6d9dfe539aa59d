using CleanApi.Domain.Users;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class ReplaceUserHandler(UserUpdateService updates) : IRequestHandler<ReplaceUser, UserResponse>
{
    public async Task<UserResponse> Handle(ReplaceUser command, CancellationToken cancellationToken)
    {
        var user = await updates.LoadAsync(command.Id, cancellationToken);
        if (command.Email is not null && EmailAddress.Parse(command.Email) != user.Email)
        {
            throw UserErrors.EmailIsReadOnly();
        }

        // A replacement is a patch that names every field.
        var patch = new UserPatch { Name = command.Name, Role = command.Role, Bio = command.Bio, AvatarUrl = command.AvatarUrl };
        await updates.ApplyAsync(user, patch, cancellationToken);
        return user.Adapt<UserResponse>();
    }
}
