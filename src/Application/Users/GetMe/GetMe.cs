using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Users;

/// <summary>The caller.</summary>
[AuthenticatedOnly("Users read only their own profile.", ForApiKeys = true)]
[AllowedBeforeMfaEnrollment]
public sealed record GetMe : IQuery<UserResponse>
{
    /// <summary>What to embed in <c>relationships</c>.</summary>
    public string? Include { get; init; }
}
