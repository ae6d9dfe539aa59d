using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>A user with a session.</summary>
/// <param name="UserId">The user.</param>
/// <param name="OrganizationId">The user's organization.</param>
/// <param name="Role">The role when the access token was issued; a later change invalidates the token.</param>
/// <param name="SessionId">The session.</param>
/// <param name="SecurityStamp">The session's stamp when the access token was issued.</param>
public sealed record UserCaller(UserId UserId, OrganizationId OrganizationId, UserRole Role, SessionId SessionId, int SecurityStamp)
    : Caller(OrganizationId)
{
    /// <summary>
    /// Whether the organization requires a second factor that the user has not enrolled. Then only requests with
    /// <see cref="AllowedBeforeMfaEnrollmentAttribute"/> are allowed.
    /// </summary>
    public bool MfaEnrollmentRequired { get; init; }

    /// <inheritdoc />
    public override UserId? ActingUserId => UserId;

    /// <inheritdoc />
    public override bool Has(string permission) => RolePermissions.Has(Role, permission);

    /// <inheritdoc />
    public override TResult Match<TState, TResult>(
        TState state, Func<UserCaller, TState, TResult> user, Func<ApiKeyCaller, TState, TResult> apiKey, Func<SystemCaller, TState, TResult> system) =>
        user(this, state);
}
