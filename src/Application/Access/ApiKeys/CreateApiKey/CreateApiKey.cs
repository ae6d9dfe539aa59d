using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Gives the caller a key for a program of theirs.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Scopes">Permissions of the caller's own; left out: all that they have now.</param>
/// <param name="Mode"><c>live</c> or <c>test</c>; left out: <c>live</c>.</param>
/// <param name="ExpiresAt">When it ends; left out: never.</param>
/// <param name="RateLimitPerMinute">Requests a minute; left out: no limit of its own.</param>
[RequiresPermission(Permissions.ApiKeysManage)]
[Audited("api_key.created")]
public sealed record CreateApiKey(
    string? Name, IReadOnlyList<string>? Scopes = null, string? Mode = null, DateTimeOffset? ExpiresAt = null, int? RateLimitPerMinute = null)
    : ICommand<ApiKeyResponse>;
