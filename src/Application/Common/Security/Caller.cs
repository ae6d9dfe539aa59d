using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>Who sends a request, as a verified credential says.</summary>
/// <param name="UserId">The user.</param>
/// <param name="OrganizationId">The user's organization: the tenant of all that follows.</param>
/// <param name="Role">The user's role when the credential was issued; a later change makes the credential invalid.</param>
/// <param name="SessionId">The session that the credential belongs to; null for callers without one (jobs).</param>
/// <param name="SessionStamp">The session's stamp when the credential was issued.</param>
public sealed record Caller(UserId UserId, OrganizationId OrganizationId, UserRole Role, SessionId? SessionId = null, int SessionStamp = 0)
{
    /// <summary>
    /// Whether the caller's organization requires a second factor that they have not set up: then only what <see cref="AllowedWhileEnrollingAttribute"/> marks.
    /// </summary>
    public bool IsRestricted { get; init; }

    /// <summary>The API key that the caller's program sends; null for people and jobs.</summary>
    public ApiKeyGrant? ApiKey { get; init; }

    /// <summary>Whether effects outside of the data, as mail to people, are meant: false for a test key.</summary>
    public bool IsLive => ApiKey is not { Mode: ApiKeyMode.Test };

    /// <summary>Whether the caller's role carries a permission, and the key, where there is one, has it among its scopes.</summary>
    public bool Has(string permission) => RolePermissions.Has(Role, permission) && ApiKey?.Scopes.Contains(permission) is not false;
}
