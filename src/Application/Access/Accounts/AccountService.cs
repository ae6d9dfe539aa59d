using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="IAccountService" />
[Service]
internal sealed class AccountService(
    IRepository<Account> accounts,
    IRepository<ApiKey> keys,
    SessionRevoker sessions,
    IExternalIdentityStore identities,
    IPasskeyStore passkeys,
    TimeProvider clock) : IAccountService
{
    /// <inheritdoc />
    public Task CreateAsync(UserId userId, OrganizationId organizationId, EmailAddress email, string? passwordHash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = Account.Create(email, userId, organizationId, now);
        if (passwordHash is not null)
        {
            account.SetPassword(passwordHash, now);
        }

        return accounts.AddAsync(account, cancellationToken);
    }

    /// <inheritdoc />
    public async Task DeleteAsync(UserId userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await sessions.RevokeAsync(userId, SessionEndReason.AccountClosed, except: null, cancellationToken);
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

    /// <inheritdoc />
    public Task<bool> ExistsAsync(EmailAddress email, CancellationToken cancellationToken) => accounts.AnyAsync(new AccountByEmailSpec(email), cancellationToken);
}
