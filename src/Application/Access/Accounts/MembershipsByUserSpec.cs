using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The memberships of the account that a user signs in with, the oldest first.</summary>
internal sealed class MembershipsByUserSpec : Specification<Membership>
{
    public MembershipsByUserSpec(UserId userId, int limit) => Query.AsNoTracking()
        .Where(membership => membership.Account.DeletedAt == null && membership.Account.Memberships.Any(one => one.UserId == userId))
        .OrderBy(membership => membership.CreatedAt).ThenBy(membership => membership.UserId)
        .Take(limit);
}
