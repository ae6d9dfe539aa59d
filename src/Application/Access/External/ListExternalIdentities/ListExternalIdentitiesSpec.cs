using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One page of an account's identities.</summary>
internal sealed class ListExternalIdentitiesSpec : PageSpecification<ExternalIdentity, ExternalIdentityResponse>
{
    public ListExternalIdentitiesSpec(ListExternalIdentities query, AccountId accountId)
        : base(query)
    {
        Match(identity => identity.AccountId == accountId);
    }
}
