using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The memberships of an account whose organization has not deactivated its user.</summary>
[Service]
internal sealed class OpenMemberships(IReadRepository<Membership> memberships, IUserDirectory users, ICallerContext context)
{
    /// <summary>Returns the first one, which is where the account would sign in; null without one.</summary>
    public async Task<AccountMembership?> FirstAsync(AccountId accountId, CancellationToken cancellationToken)
    {
        foreach (var one in await memberships.ListAsync(new AccountMembershipByAccountSpec(accountId), cancellationToken))
        {
            var user = await context.RunAsAsync(new SystemCaller(one.OrganizationId, one.UserId), () => users.FindAsync(one.UserId, cancellationToken));
            if (user is { Status: not UserStatus.Deactivated })
            {
                return one;
            }
        }

        return null;
    }
}
