using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Users;

/// <summary>The caller.</summary>
/// <param name="Include">What to embed in <c>relationships</c>.</param>
[AuthenticatedOnly("Users read only their own profile.", ForApiKeys = true)]
[AllowedBeforeMfaEnrollment]
public sealed record GetMe(string? Include = null) : IQuery<UserResponse>;
