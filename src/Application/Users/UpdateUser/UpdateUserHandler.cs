using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class UpdateUserHandler(UserEditor editor) : IRequestHandler<UpdateUser, UserResponse>
{
    public async Task<UserResponse> Handle(UpdateUser command, CancellationToken cancellationToken)
    {
        var user = await editor.LoadAsync(command.Id, command.Expected, cancellationToken);
        await editor.ApplyAsync(user, command.Patch, cancellationToken);
        return user.Adapt<UserResponse>();
    }
}
