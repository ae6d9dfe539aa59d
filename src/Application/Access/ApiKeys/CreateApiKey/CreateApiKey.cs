using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Creates an API key of the caller.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Scopes">Permissions that the caller has; all of them when omitted.</param>
/// <param name="Mode"><c>live</c> (the default) or <c>test</c>.</param>
/// <param name="ExpiresAt">When it expires; never when omitted.</param>
/// <param name="RateLimitPerMinute">Requests a minute under the policy `api`; as many as everybody when omitted.</param>
[RequiresPermission(Permissions.ApiKeysManage)]
[Audited("api_key.created")]
[RequiresRecentAuthentication]
public sealed record CreateApiKey(
    [property: Example("Nightly import")] string? Name,
    [property: ItemsOf(typeof(ApiKeyScopes)), Example(Permissions.PostsRead, Permissions.UsersRead)] IReadOnlyList<string>? Scopes = null,
    [property: Example(ApiKeyModes.Live)] string? Mode = null,
    [property: Example("2076-01-31T12:00:00.000Z")] DateTimeOffset? ExpiresAt = null,
    [property: Example(600)] int? RateLimitPerMinute = null)
    : ICommand<ApiKeyResponse>;
