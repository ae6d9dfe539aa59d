namespace CleanApi.Domain.Access;

/// <summary>What a key is called and what it may do: the same for a key and its successor.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Mode">What it is for.</param>
/// <param name="Scopes">The permissions that it is given.</param>
/// <param name="RateLimitPerMinute">Requests a minute; null: no limit of its own.</param>
/// <param name="ExpiresAt">When it ends, UTC; null: never.</param>
public readonly record struct ApiKeyTerms(string Name, ApiKeyMode Mode, IReadOnlyList<string> Scopes, int? RateLimitPerMinute, DateTimeOffset? ExpiresAt);
