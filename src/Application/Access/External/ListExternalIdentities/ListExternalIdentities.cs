using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The identities at other providers that are linked to the caller's account, a page at a time.</summary>
[AuthenticatedOnly("Everybody sees with what they sign in.")]
[SortedBy(nameof(ExternalIdentityResponse.CreatedAt))]
public sealed record ListExternalIdentities : PagedQuery<ExternalIdentityResponse>
{
    // Whose; the handler's to set, and so not settable from a query string.
    internal AccountId AccountId { get; init; }
}
