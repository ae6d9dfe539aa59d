using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>As which user somebody signs in to an account; of several memberships, the oldest.</summary>
internal sealed class MembershipOfAccount : Specification<Membership>
{
    public MembershipOfAccount(AccountId accountId) =>
        Query.AsNoTracking().Where(membership => membership.AccountId == accountId).OrderBy(membership => membership.CreatedAt);
}
