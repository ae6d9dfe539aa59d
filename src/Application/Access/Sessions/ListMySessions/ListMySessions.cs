using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Where the caller's account is signed in, in all of its organizations, a page at a time.</summary>
[AuthenticatedOnly("Everybody's sessions are their own.")]
[AllowedBeforeMfaEnrollment]
[SortedBy(nameof(ActiveSessionResponse.CreatedAt))]
public sealed record ListMySessions : PagedQuery<ActiveSessionResponse>;
