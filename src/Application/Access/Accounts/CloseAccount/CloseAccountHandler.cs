using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class CloseAccountHandler(
    IRepository<Account> accounts,
    IRepository<ApiKey> keys,
    SessionEnder ender,
    IExternalIdentityStore identities,
    IPasskeyStore passkeys,
    TimeProvider clock)
    : IRequestHandler<CloseAccount, Unit>
{
    public async Task<Unit> Handle(CloseAccount command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await ender.EndAsync(command.UserId, SessionEndReason.AccountClosed, except: null, cancellationToken);
        foreach (var key in await keys.ListAsync(new LiveApiKeysOfUser(command.UserId, now), cancellationToken))
        {
            key.Revoke(now);
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
