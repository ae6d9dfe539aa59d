using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="IAccountService" />
[Service]
internal sealed class AccountService(IRepository<Account> accounts, TimeProvider clock) : IAccountService
{
    /// <summary>Creates a new user's account and returns it, for this module; see <see cref="IAccountService.CreateAsync"/>.</summary>
    public Task<Account> CreateAsync(UserId userId, OrganizationId organizationId, EmailAddress email, string? passwordHash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = Account.Create(email, now);
        account.Join(userId, organizationId, now);
        if (passwordHash is not null)
        {
            account.SetPassword(passwordHash, now);
        }

        return accounts.AddAsync(account, cancellationToken);
    }

    /// <inheritdoc />
    async Task<AccountId> IAccountService.CreateAsync(
        UserId userId, OrganizationId organizationId, EmailAddress email, string? passwordHash, CancellationToken cancellationToken) =>
        (await CreateAsync(userId, organizationId, email, passwordHash, cancellationToken)).Id;

    /// <inheritdoc />
    public Task<bool> ExistsAsync(EmailAddress email, CancellationToken cancellationToken) => accounts.AnyAsync(new AccountByEmailSpec(email), cancellationToken);
}
