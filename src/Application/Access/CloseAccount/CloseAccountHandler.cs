using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class CloseAccountHandler(
    IRepository<Account> accounts, IRepository<Session> sessions, IRepository<ApiKey> keys, ISessionStore store, TimeProvider clock)
    : IRequestHandler<CloseAccount, Unit>
{
    public async Task<Unit> Handle(CloseAccount command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.HoldAllAsync(command.UserId, cancellationToken);
        foreach (var session in await sessions.ListAsync(new LiveSessionsOfUser(command.UserId, now), cancellationToken))
        {
            session.Revoke(SessionEndReason.AccountClosed, now);
        }

        foreach (var key in await keys.ListAsync(new LiveApiKeysOfUser(command.UserId, now), cancellationToken))
        {
            key.Revoke(now);
        }

        var account = await accounts.SingleOrDefaultAsync(new AccountOfUser(command.UserId), cancellationToken);
        account?.Leave(command.UserId, now);
        return Unit.Value;
    }
}
