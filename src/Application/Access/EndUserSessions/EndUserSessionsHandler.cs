using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class EndUserSessionsHandler(IRepository<Session> sessions, ISessionStore store, IApiKeyStore keys, TimeProvider clock)
    : IRequestHandler<EndUserSessions, Unit>
{
    public async Task<Unit> Handle(EndUserSessions command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.HoldAllAsync(command.UserId, cancellationToken);
        foreach (var session in await sessions.ListAsync(new LiveSessionsOfUser(command.UserId, now), cancellationToken))
        {
            session.Revoke(SessionEndReason.EndedByAdministrator, now);
        }

        // Not ended: they go on with their owner, who may not sign in at present.
        await keys.OutdateAsync(command.UserId, cancellationToken);
        return Unit.Value;
    }
}
