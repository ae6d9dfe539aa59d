using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class UpdateMeHandler(UserUpdateService updates) : IRequestHandler<UpdateMe, UserResponse>
{
    public async Task<UserResponse> Handle(UpdateMe command, CancellationToken cancellationToken)
    {
        var user = await updates.LoadSelfAsync(cancellationToken);
        await updates.ApplyAsync(user, command.Adapt<UserPatch>(), cancellationToken);
        return user.Adapt<UserResponse>();
    }
}
