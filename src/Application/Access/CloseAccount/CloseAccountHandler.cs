using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class CloseAccountHandler(
    IRepository<Account> accounts,
    IRepository<Session> sessions,
    ISessionStore store,
    IExternalIdentityStore identities,
    IPasskeyStore passkeys,
    TimeProvider clock)
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

        var account = await accounts.SingleOrDefaultAsync(new AccountOfUser(command.UserId), cancellationToken);
        account?.Leave(command.UserId, now);
        if (account?.DeletedAt is not null)
        {
            await identities.UnlinkAllAsync(account.Id, now, cancellationToken);
            await passkeys.RemoveAllAsync(account.Id, now, cancellationToken);
        }

        return Unit.Value;
    }
}
