using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The membership, in one organization, of the account that a user signs in with in another.</summary>
internal sealed class MembershipByUserSpec : Specification<Membership>
{
    public MembershipByUserSpec(UserId userId, OrganizationId organizationId) => Query.AsNoTracking().Where(membership =>
        membership.OrganizationId == organizationId && membership.Account.DeletedAt == null && membership.Account.Memberships.Any(one => one.UserId == userId));
}
