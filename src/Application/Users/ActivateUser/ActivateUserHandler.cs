using CleanApi.Application.Common.Requests;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class ActivateUserHandler(UserEditor editor, TimeProvider clock) : IRequestHandler<ActivateUser, UserResponse>
{
    public async Task<UserResponse> Handle(ActivateUser command, CancellationToken cancellationToken)
    {
        var user = await editor.LoadAsync(command.Id, ExpectedVersion.Any, cancellationToken);
        user.Activate(clock.GetUtcNow());
        return user.Adapt<UserResponse>();
    }
}
