using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The account that a user signs in with, as other modules need it.</summary>
internal sealed class AccountSummaryByUserSpec : SingleResultSpecification<Account, AccountSummary>
{
    public AccountSummaryByUserSpec(UserId userId)
    {
        Query.AsNoTracking().Where(account => account.Memberships.Any(membership => membership.UserId == userId));
        Query.Select(account => new AccountSummary(account.Id, account.Email, account.LocalOrganizationId != null));
    }
}
