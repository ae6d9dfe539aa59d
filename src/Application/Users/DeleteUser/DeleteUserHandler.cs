using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Invitations;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class DeleteUserHandler(
    UserUpdateService updates, IPendingInvitations invitations, IAccountDeletion accounts, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<DeleteUser, Unit>
{
    public async Task<Unit> Handle(DeleteUser command, CancellationToken cancellationToken)
    {
        var user = await updates.LoadLockedAsync(command.Id, cancellationToken);
        user.Delete(context.RequiredUserId, await updates.CountOtherActiveAdminsAsync(user, cancellationToken), clock.GetUtcNow());
        audit.Record(user);
        await invitations.RevokeAsync(user.Email, cancellationToken);
        await accounts.DeleteAsync(user.Id, cancellationToken);
        return Unit.Value;
    }
}
