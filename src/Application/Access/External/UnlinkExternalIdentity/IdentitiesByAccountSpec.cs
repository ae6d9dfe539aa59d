using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The external identities of an account, tracked.</summary>
internal sealed class IdentitiesByAccountSpec : Specification<ExternalIdentity>
{
    public IdentitiesByAccountSpec(AccountId accountId) => Query.Where(identity => identity.AccountId == accountId);
}
