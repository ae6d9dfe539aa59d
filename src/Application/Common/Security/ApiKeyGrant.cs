using CleanApi.Domain.Access;

namespace CleanApi.Application.Common.Security;

/// <summary>What an API key lets a caller do, as its row said when it was looked up.</summary>
/// <param name="Id">The key.</param>
/// <param name="Stamp">The key's stamp then; once it is another, everything here may be.</param>
/// <param name="Mode">What the key is for.</param>
/// <param name="Scopes">The permissions that it was given; the owner's role has to carry them as well.</param>
/// <param name="RateLimitPerMinute">Requests a minute; null: no limit of its own.</param>
public sealed record ApiKeyGrant(ApiKeyId Id, int Stamp, ApiKeyMode Mode, IReadOnlySet<string> Scopes, int? RateLimitPerMinute);
