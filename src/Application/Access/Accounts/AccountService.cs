using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="IAccountService" />
[Service]
internal sealed class AccountService(
    IRepository<Account> accounts, IReadRepository<Account> reader, IReadRepository<Membership> memberships, LocalAccounts locals, ICallerContext context, TimeProvider clock) : IAccountService
{
    /// <summary>Creates the account and returns it, for this module; see <see cref="IAccountService.CreateAsync"/>.</summary>
    public async Task<Account> CreateAsync(EmailAddress email, string? passwordHash, CancellationToken cancellationToken)
    {
        await locals.EndAsync(email, cancellationToken);
        var now = clock.GetUtcNow();
        var account = Account.Create(email, now);
        if (passwordHash is not null)
        {
            account.SetPassword(passwordHash, now);
        }

        Join(account);
        return await accounts.AddAsync(account, cancellationToken);
    }

    /// <summary>Joins a tracked account to the acting user's organization, as that user, who has no account yet.</summary>
    public void Join(Account account) => account.Join(context.RequiredUserId, context.Required.OrganizationId, clock.GetUtcNow());

    /// <inheritdoc />
    async Task<AccountId> IAccountService.CreateAsync(EmailAddress email, string? passwordHash, CancellationToken cancellationToken) =>
        (await CreateAsync(email, passwordHash, cancellationToken)).Id;

    /// <inheritdoc />
    public async Task<AccountId> CreateLocalAsync(UserId userId, EmailAddress email, string passwordHash, CancellationToken cancellationToken)
    {
        var (now, organizationId) = (clock.GetUtcNow(), context.Required.OrganizationId);
        var account = Account.CreateLocal(email, organizationId, now);
        account.SetPassword(passwordHash, now);
        account.Join(userId, organizationId, now);
        return (await accounts.AddAsync(account, cancellationToken)).Id;
    }

    /// <inheritdoc />
    public async Task JoinAsync(AccountId accountId, EmailAddress email, CancellationToken cancellationToken)
    {
        await locals.EndAsync(context.RequiredUserId, cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountByIdSpec(accountId), cancellationToken);
        Join(account?.Email == email ? account : throw NotFoundError.Of(accountId));
    }

    /// <inheritdoc />
    public async Task<AccountId?> FindAsync(EmailAddress email, CancellationToken cancellationToken) =>
        (await reader.SingleOrDefaultAsync(new AccountByEmailSpec(email), cancellationToken))?.Id;

    /// <inheritdoc />
    public Task<int> CountWithAccountAsync(IReadOnlyCollection<UserId> userIds, CancellationToken cancellationToken) =>
        memberships.CountAsync(new MembershipsOfUsersSpec(userIds), cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<UserId>> ListProvedAsync(IReadOnlyCollection<UserId> userIds, CancellationToken cancellationToken) =>
        await memberships.ListAsync(new UsersWithProvedAddressSpec(userIds), cancellationToken);

    /// <inheritdoc />
    public Task<AccountSummary?> FindByUserAsync(UserId userId, CancellationToken cancellationToken) =>
        reader.SingleOrDefaultAsync(new AccountSummaryByUserSpec(userId), cancellationToken);
}
