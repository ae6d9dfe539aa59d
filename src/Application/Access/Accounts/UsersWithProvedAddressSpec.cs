using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Which of these users have an account whose address somebody has proved.</summary>
internal sealed class UsersWithProvedAddressSpec : Specification<Membership, UserId>
{
    public UsersWithProvedAddressSpec(IReadOnlyCollection<UserId> userIds)
    {
        Query.AsNoTracking().Where(membership =>
            userIds.Contains(membership.UserId) && membership.Account.DeletedAt == null && membership.Account.LocalOrganizationId == null);
        Query.Select(membership => membership.UserId);
    }
}
