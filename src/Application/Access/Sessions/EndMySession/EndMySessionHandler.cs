using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class EndMySessionHandler(
    IRepository<Session> sessions, ISessionStore store, IAuditTrail audit, ICallerContext context, SessionPolicy policy, TimeProvider clock)
    : IRequestHandler<EndMySession, Unit>
{
    public async Task<Unit> Handle(EndMySession command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.LockForUpdateAsync(command.Id, cancellationToken);
        var session = await sessions.SingleOrDefaultAsync(new SessionByIdSpec(command.Id), cancellationToken);
        if (session is null || session.UserId != context.RequiredUserId || policy.RefreshTokenEnd(session.LastUsedAt, session.ExpiresAt) <= now
            || !session.Revoke(SessionEndReason.EndedByOwner, now))
        {
            throw AccessErrors.SessionNotFound(command.Id);
        }

        audit.Record(session);
        return Unit.Value;
    }
}
