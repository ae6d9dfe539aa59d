using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>The organizations that the caller's account is in, the oldest membership first; at most <see cref="PageLimits.MaxLimit"/>.</summary>
[AuthenticatedOnly("Everybody may see where they belong.")]
[AllowedBeforeMfaEnrollment]
[NoValidator("It has no parameters.")]
public sealed record ListMyOrganizations : IQuery<Page<MyOrganizationResponse>>;
