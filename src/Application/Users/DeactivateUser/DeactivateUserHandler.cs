using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Invitations;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class DeactivateUserHandler(
    UserUpdateService updates, IUserSessions sessions, IPendingInvitations invitations, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<DeactivateUser, UserResponse>
{
    public async Task<UserResponse> Handle(DeactivateUser command, CancellationToken cancellationToken)
    {
        var user = await updates.LoadLockedAsync(command.Id, cancellationToken);
        audit.Record(user);
        if (user.Deactivate(context.RequiredUserId, await updates.CountOtherActiveAdminsAsync(user, cancellationToken), clock.GetUtcNow()))
        {
            await sessions.RevokeAllAsync(user.Id, cancellationToken);
            await invitations.RevokeAsync(user.Email, cancellationToken);
        }

        return user.Adapt<UserResponse>();
    }
}
