using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Access;

/// <summary>What was found of a key that is good.</summary>
/// <param name="Caller">Whom it acts for.</param>
/// <param name="ExpiresAt">When it ends; null: never.</param>
internal sealed record VerifiedApiKey(ApiKeyCaller Caller, DateTimeOffset? ExpiresAt)
{
    /// <summary>Whether it is good at a time.</summary>
    public bool IsValidAt(DateTimeOffset now) => ExpiresAt is null || now < ExpiresAt;
}
