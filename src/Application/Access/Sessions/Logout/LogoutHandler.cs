using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LogoutHandler(IRepository<Session> sessions, ISessionStore store, ICallerContext context, TimeProvider clock) : IRequestHandler<Logout, Unit>
{
    public async Task<Unit> Handle(Logout command, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        if (caller.SessionId is not { } id)
        {
            return Unit.Value;
        }

        // A session that has ended would refuse its own end: here it is what is asked about, not what lets the caller in.
        context.Enter(caller with { SessionId = null, SessionStamp = 0 });
        await store.HoldAsync(id, cancellationToken);
        var session = await sessions.SingleOrDefaultAsync(new SessionById(id), cancellationToken);
        session?.Revoke(SessionEndReason.SignedOut, clock.GetUtcNow());
        return Unit.Value;
    }
}
