using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The memberships by which these users have an account.</summary>
internal sealed class MembershipsOfUsersSpec : Specification<Membership>
{
    public MembershipsOfUsersSpec(IReadOnlyCollection<UserId> userIds) =>
        Query.AsNoTracking().Where(membership => userIds.Contains(membership.UserId) && membership.Account.DeletedAt == null);
}
