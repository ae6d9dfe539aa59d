using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The memberships of an account, the oldest first.</summary>
internal sealed class OldestMembershipByAccountSpec : Specification<Membership, AccountMembership>
{
    public OldestMembershipByAccountSpec(AccountId accountId)
    {
        Query.AsNoTracking().Where(membership => membership.AccountId == accountId && membership.Account.DeletedAt == null).OrderBy(membership => membership.CreatedAt);
        Query.Select(membership => new AccountMembership(membership.AccountId, membership.UserId, membership.OrganizationId));
    }
}
