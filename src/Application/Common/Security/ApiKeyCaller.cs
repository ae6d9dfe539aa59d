using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>A program with an API key, which acts on behalf of the key's owner.</summary>
/// <param name="UserId">The owner.</param>
/// <param name="OrganizationId">The owner's organization.</param>
/// <param name="Role">The owner's role when the key was looked up.</param>
/// <param name="ApiKeyId">The key.</param>
/// <param name="SecurityStamp">The key's security stamp when it was looked up; once it changes, this caller is outdated.</param>
/// <param name="Mode">Live or test.</param>
/// <param name="Scopes">The permissions of the key; the owner's role must grant them too.</param>
/// <param name="RateLimitPerMinute">Requests a minute; null for no limit of its own.</param>
public sealed record ApiKeyCaller(
    UserId UserId,
    OrganizationId OrganizationId,
    UserRole Role,
    ApiKeyId ApiKeyId,
    int SecurityStamp,
    ApiKeyMode Mode,
    IReadOnlySet<string> Scopes,
    int? RateLimitPerMinute) : Caller(OrganizationId)
{
    /// <summary>Whether the organization requires a second factor that the owner has not enrolled. Then every request is denied.</summary>
    public bool MfaEnrollmentRequired { get; init; }

    /// <inheritdoc />
    public override UserId? ActingUserId => UserId;

    /// <inheritdoc />
    public override bool Has(string permission) => Scopes.Contains(permission) && RolePermissions.Has(Role, permission);

    /// <inheritdoc />
    public override TResult Match<TState, TResult>(
        TState state, Func<UserCaller, TState, TResult> user, Func<ApiKeyCaller, TState, TResult> apiKey, Func<SystemCaller, TState, TResult> system) =>
        apiKey(this, state);
}
