using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The membership of the account with an email address; the oldest of several, as at sign-in.</summary>
internal sealed class AccountMembershipByEmailSpec : Specification<Membership, AccountMembership>
{
    public AccountMembershipByEmailSpec(EmailAddress email)
    {
        Query.AsNoTracking().Where(membership => membership.Account.Email == email).OrderBy(membership => membership.CreatedAt);
        Query.Select(membership => new AccountMembership(membership.AccountId, membership.UserId, membership.OrganizationId));
    }
}
