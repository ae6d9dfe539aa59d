using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Users;

/// <summary>The caller.</summary>
/// <param name="Include"><c>organization</c> embeds it.</param>
[AuthenticatedOnly("Users read only their own profile.", ForApiKeys = true)]
[AllowedBeforeMfaEnrollment]
public sealed record GetMe(string? Include = null) : IQuery<UserResponse>;
