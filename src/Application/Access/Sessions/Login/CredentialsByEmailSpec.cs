using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The credentials of the account with an email address; of several memberships, the oldest is signed in to.</summary>
internal sealed class CredentialsByEmailSpec : Specification<Membership, Credentials>
{
    public CredentialsByEmailSpec(EmailAddress email)
    {
        Query.AsNoTracking().Where(membership => membership.Account.Email == email).OrderBy(membership => membership.CreatedAt);
        Query.Select(membership => new Credentials(
            membership.AccountId, membership.UserId, membership.OrganizationId, membership.Account.PasswordHash, membership.Account.PasswordChangedAt));
    }
}
