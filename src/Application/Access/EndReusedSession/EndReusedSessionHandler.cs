using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class EndReusedSessionHandler(IRepository<Session> sessions, ISessionStore store, TimeProvider clock) : IRequestHandler<EndReusedSession, Unit>
{
    public async Task<Unit> Handle(EndReusedSession command, CancellationToken cancellationToken)
    {
        await store.HoldAsync(command.Id, cancellationToken);
        var session = await sessions.SingleOrDefaultAsync(new SessionById(command.Id), cancellationToken);
        session?.Revoke(SessionEndReason.TokenReused, clock.GetUtcNow());
        return Unit.Value;
    }
}
