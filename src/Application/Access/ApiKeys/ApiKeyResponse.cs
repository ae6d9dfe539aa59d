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
    /// <summary>The key itself; only in the response that creates it.</summary>
    public string? Key { get; init; }

    /// <summary>Without the key, which must not reach a log.</summary>
    public override string ToString() => $"{nameof(ApiKeyResponse)} {Id}";
}
