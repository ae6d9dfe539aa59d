using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class UpdateUserHandler(UserUpdateService updates) : IRequestHandler<UpdateUser, UserResponse>
{
    public async Task<UserResponse> Handle(UpdateUser command, CancellationToken cancellationToken)
    {
        var user = await updates.LoadForPatchAsync(command.Id, cancellationToken);
        await updates.ApplyAsync(user, command.Patch, cancellationToken);
        return user.Adapt<UserResponse>();
    }
}
