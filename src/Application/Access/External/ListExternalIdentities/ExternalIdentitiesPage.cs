using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One page of an account's identities.</summary>
internal sealed class ExternalIdentitiesPage : PageSpecification<ExternalIdentity, ExternalIdentityResponse>
{
    public ExternalIdentitiesPage(ListExternalIdentities query, AccountId accountId)
        : base(query)
    {
        Match(identity => identity.AccountId == accountId);
        Order(ExternalIdentityOrder.ByCreatedAt, identity => identity.Id, row => row.Id);
    }
}
