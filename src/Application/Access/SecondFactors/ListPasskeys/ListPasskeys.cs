using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>The caller's own passkeys, a page at a time.</summary>
[AuthenticatedOnly("Everybody keeps their own passkeys.")]
[AllowedBeforeMfaEnrollment]
[SortedBy(nameof(PasskeyResponse.CreatedAt))]
public sealed record ListPasskeys : PagedQuery<PasskeyResponse>;
