namespace CleanApi.Domain.Access;

/// <summary>What a key and its successor have in common.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Mode">Live or test.</param>
/// <param name="Scopes">The granted permissions.</param>
/// <param name="RateLimitPerMinute">Requests a minute; null for no limit of its own.</param>
/// <param name="ExpiresAt">When it expires, UTC; null when it does not expire.</param>
public readonly record struct ApiKeyTerms(string Name, ApiKeyMode Mode, IReadOnlyList<string> Scopes, int? RateLimitPerMinute, DateTimeOffset? ExpiresAt);
