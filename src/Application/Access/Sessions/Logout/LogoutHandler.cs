using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LogoutHandler(
    IRepository<Session> sessions, ISessionStore store, IUnitOfWork unitOfWork, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<Logout, Unit>
{
    public Task<Unit> Handle(Logout command, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        // Runs as the system: statements of an ended session are rejected.
        return context.RunAsAsync(
            new SystemCaller(caller.OrganizationId, caller.UserId),
            () => unitOfWork.ExecuteAsync(cancellation => RevokeAsync(caller.SessionId, cancellation), cancellationToken));
    }

    private async Task<Unit> RevokeAsync(SessionId id, CancellationToken cancellationToken)
    {
        await store.LockForUpdateAsync(id, cancellationToken);
        if (await sessions.SingleOrDefaultAsync(new SessionByIdSpec(id), cancellationToken) is { } session)
        {
            session.Revoke(SessionEndReason.SignedOut, clock.GetUtcNow());
            audit.Record(session);
        }

        return Unit.Value;
    }
}
