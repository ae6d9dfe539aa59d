using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The memberships of an account in the order in which a sign-in tries them: the organization last used, then the oldest first.</summary>
internal sealed class AccountMembershipByAccountSpec : Specification<Membership, AccountMembership>
{
    public AccountMembershipByAccountSpec(AccountId accountId)
    {
        Query.AsNoTracking().Where(membership => membership.AccountId == accountId && membership.Account.DeletedAt == null)
            .OrderByDescending(membership => membership.OrganizationId == membership.Account.LastOrganizationId).ThenBy(membership => membership.CreatedAt);
        Query.Select(membership => new AccountMembership(membership.AccountId, membership.UserId, membership.OrganizationId));
    }
}
