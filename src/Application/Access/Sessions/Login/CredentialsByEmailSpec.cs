using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The credentials with an email address, one for each organization: the one last used, then the oldest first.</summary>
internal sealed class CredentialsByEmailSpec : Specification<Membership, Credentials>
{
    public CredentialsByEmailSpec(EmailAddress email)
    {
        Query.AsNoTracking().Where(membership => membership.Account.Email == email)
            .OrderByDescending(membership => membership.OrganizationId == membership.Account.LastOrganizationId).ThenBy(membership => membership.CreatedAt);
        Query.Select(membership => new Credentials(
            membership.AccountId, membership.UserId, membership.OrganizationId, membership.Account.LocalOrganizationId, membership.Account.PasswordHash,
            membership.Account.PasswordChangedAt));
    }
}
