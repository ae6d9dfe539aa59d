using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Ends local accounts in favour of whoever has proved the address: their password, factors, sessions and keys were in the hands of whom an administrator has given
/// them to. The user stays. Joins the caller's unit of work, and each ends as the system of its organization, in whose audit log it is.
/// </summary>
[Service]
internal sealed class LocalAccounts(
    IRepository<Account> accounts, IAccountDeletion deletion, IUnitOfWork unitOfWork, IAuditTrail audit, ICallerContext context)
{
    private const string Action = "account.replaced";

    /// <summary>Ends those of an address that was just proved, in every organization.</summary>
    public async Task EndAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        foreach (var account in await accounts.ListAsync(new LocalAccountsByEmailSpec(email), cancellationToken))
        {
            await EndAsync(account, cancellationToken);
        }
    }

    /// <summary>Ends the one that a user signs in with, if it is local.</summary>
    public async Task EndAsync(UserId userId, CancellationToken cancellationToken)
    {
        if (await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) is { LocalOrganizationId: not null } account)
        {
            await EndAsync(account, cancellationToken);
        }
    }

    private async Task EndAsync(Account account, CancellationToken cancellationToken)
    {
        var membership = account.Memberships.Single(one => one.DeletedAt is null);
        await context.RunAsAsync(
            new SystemCaller(membership.OrganizationId, membership.UserId),
            () => unitOfWork.ExecuteAsync(
                async cancellation =>
                {
                    audit.Record(Action, account);
                    await deletion.DeleteAsync(membership.UserId, cancellation);
                    return true;
                },
                cancellationToken));
    }
}
