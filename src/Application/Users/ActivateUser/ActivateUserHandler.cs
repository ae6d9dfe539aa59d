using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class ActivateUserHandler(UserUpdateService updates, Grants grants, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ActivateUser, UserResponse>
{
    public async Task<UserResponse> Handle(ActivateUser command, CancellationToken cancellationToken)
    {
        var user = await updates.LoadAsync(command.Id, cancellationToken);
        audit.Record(user);
        // Whoever is active has the rights of their role.
        await grants.RequireAsync(user.Role, cancellationToken);
        user.Activate(clock.GetUtcNow());
        return user.Adapt<UserResponse>();
    }
}
