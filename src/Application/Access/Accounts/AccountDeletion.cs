using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="IAccountDeletion" />
[Service]
internal sealed class AccountDeletion(
    IRepository<Account> accounts,
    IRepository<ApiKey> keys,
    SessionRevoker sessions,
    IExternalIdentityStore identities,
    IPasskeyStore passkeys,
    TimeProvider clock) : IAccountDeletion
{
    /// <inheritdoc />
    public async Task DeleteAsync(UserId userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await sessions.RevokeAsync(userId, SessionEndReason.AccountClosed, cancellationToken);
        foreach (var key in await keys.ListAsync(new ActiveApiKeysByUserSpec(userId, now), cancellationToken))
        {
            key.Revoke(now);
        }

        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken);
        account?.EndMembership(userId, now);
        if (account?.DeletedAt is not null)
        {
            await identities.UnlinkAllAsync(account.Id, now, cancellationToken);
            await passkeys.RemoveAllAsync(account.Id, now, cancellationToken);
        }
    }
}
