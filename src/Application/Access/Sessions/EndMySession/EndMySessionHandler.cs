using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class EndMySessionHandler(
    IRepository<Session> sessions, ISessionStore store, SessionRevoker revoker, ICallerContext context, SessionPolicy policy, TimeProvider clock)
    : IRequestHandler<EndMySession, Unit>
{
    public async Task<Unit> Handle(EndMySession command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.LockOriginForUpdateAsync(command.Id, cancellationToken);
        var current = await sessions.SingleOrDefaultAsync(new SessionByIdSpec(context.RequiredUser.SessionId), cancellationToken);
        var session = await sessions.SingleOrDefaultAsync(new SessionByIdSpec(command.Id), cancellationToken);
        if (session is not { RevokedAt: null } || session.AccountId != current?.AccountId
            || policy.RefreshTokenEnd(session.LastUsedAt, session.ExpiresAt) <= now)
        {
            throw AccessErrors.SessionNotFound(command.Id);
        }

        // Here, because the entry of the command is that of the session's organization, which can be another one.
        context.Preconditions.Require(session.Version);
        await revoker.RevokeOriginAsync(session, SessionEndReason.EndedByOwner, cancellationToken);
        return Unit.Value;
    }
}
