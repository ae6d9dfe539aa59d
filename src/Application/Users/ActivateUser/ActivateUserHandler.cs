using CleanApi.Application.Common.Auditing;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class ActivateUserHandler(UserUpdateService updates, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ActivateUser, UserResponse>
{
    public async Task<UserResponse> Handle(ActivateUser command, CancellationToken cancellationToken)
    {
        var user = await updates.LoadAsync(command.Id, cancellationToken);
        user.Activate(clock.GetUtcNow());
        audit.Record(user);
        return user.Adapt<UserResponse>();
    }
}
