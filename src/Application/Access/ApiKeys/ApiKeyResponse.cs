using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>An API key, without its hash.</summary>
public sealed record ApiKeyResponse(
    ApiKeyId Id,
    OrganizationId OrganizationId,
    UserId UserId,
    string Name,
    ApiKeyMode Mode,
    string LastFour,
    IReadOnlyList<string> Scopes,
    int? RateLimitPerMinute,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt,
    ApiKeyId? Replaces,
    ApiKeyId? ReplacedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned
{
    /// <summary>The key itself: in the answer that creates it, and never again.</summary>
    public string? Key { get; init; }

    /// <summary>Without the key: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => $"{nameof(ApiKeyResponse)} {Id}";
}
