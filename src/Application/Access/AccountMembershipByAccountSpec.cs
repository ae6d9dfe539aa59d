using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The membership of an account; the oldest of several, as at sign-in.</summary>
internal sealed class AccountMembershipByAccountSpec : Specification<Membership, AccountMembership>
{
    public AccountMembershipByAccountSpec(AccountId accountId)
    {
        Query.AsNoTracking().Where(membership => membership.AccountId == accountId && membership.Account.DeletedAt == null)
            .OrderBy(membership => membership.CreatedAt);
        Query.Select(membership => new AccountMembership(membership.AccountId, membership.UserId, membership.OrganizationId));
    }
}
