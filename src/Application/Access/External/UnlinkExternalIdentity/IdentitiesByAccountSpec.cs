using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The identities that are linked to an account, tracked.</summary>
internal sealed class IdentitiesByAccountSpec : Specification<ExternalIdentity>
{
    public IdentitiesByAccountSpec(AccountId accountId) => Query.Where(identity => identity.AccountId == accountId);
}
