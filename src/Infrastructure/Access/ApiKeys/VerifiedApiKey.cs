using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Access;

/// <summary>A verified API key.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="ExpiresAt">Null: never.</param>
internal sealed record VerifiedApiKey(ApiKeyCaller Caller, DateTimeOffset? ExpiresAt)
{
    /// <summary>Whether the key is valid at a time.</summary>
    public bool IsValidAt(DateTimeOffset now) => ExpiresAt is null || now < ExpiresAt;
}
