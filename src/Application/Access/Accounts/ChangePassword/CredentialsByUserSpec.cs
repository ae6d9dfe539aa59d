using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The credentials of the account that a user signs in with.</summary>
internal sealed class CredentialsByUserSpec : SingleResultSpecification<Membership, Credentials>
{
    public CredentialsByUserSpec(UserId userId)
    {
        Query.AsNoTracking().Where(membership => membership.UserId == userId);
        Query.Select(membership => new Credentials(
            membership.AccountId, membership.UserId, membership.OrganizationId, membership.Account.LocalOrganizationId, membership.Account.PasswordHash,
            membership.Account.PasswordChangedAt));
    }
}
