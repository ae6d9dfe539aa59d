using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Whose the open account with an address is. Of several memberships, the oldest, as at a sign-in.</summary>
internal sealed class AccountMembershipByEmailSpec : Specification<Membership, AccountMembership>
{
    public AccountMembershipByEmailSpec(EmailAddress email)
    {
        Query.AsNoTracking().Where(membership => membership.Account.Email == email).OrderBy(membership => membership.CreatedAt);
        Query.Select(membership => new AccountMembership(membership.AccountId, membership.UserId, membership.OrganizationId));
    }
}
