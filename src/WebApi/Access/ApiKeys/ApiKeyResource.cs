using CleanApi.Domain.Common;
using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Access;

/// <summary>An API key.</summary>
/// <param name="Id">The key's id, which is no secret.</param>
/// <param name="Type">Always <c>api_key</c>.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record ApiKeyResource(ApiKeyId Id, string Type, ApiKeyAttributes Attributes, ApiKeyRelationships Relationships) : IResource<ApiKeyResource, ApiKeyResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "api_key";

    /// <inheritdoc />
    public static ApiKeyResource Of(ApiKeyResponse key) => new(
        key.Id,
        TypeName,
        new ApiKeyAttributes(
            key.Name,
            ApiKeyModes.NameOf(key.Mode),
            key.Mode == ApiKeyMode.Live,
            key.LastFour,
            key.Scopes,
            key.RateLimitPerMinute,
            key.ExpiresAt,
            key.LastUsedAt,
            key.RevokedAt,
            key.Replaces,
            key.ReplacedBy,
            key.CreatedAt,
            key.UpdatedAt),
        new ApiKeyRelationships(
            new(key.UserId, UserResource.TypeName),
            new(key.OrganizationId, OrganizationResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of a key.</summary>
/// <param name="Name">What its owner calls it, 1 to 100 characters.</param>
/// <param name="Mode">What it is for.</param>
/// <param name="Livemode">Whether it can change anything, as far as its scopes go: true in live mode.</param>
/// <param name="LastFour">The last four characters of the key.</param>
/// <param name="Scopes">The permissions that it was given; its owner has to have them as well when it is used.</param>
/// <param name="RateLimitPerMinute">Requests a minute under the policy `api`; null: as many as everybody.</param>
/// <param name="ExpiresAt">When it ends, UTC; null: never.</param>
/// <param name="LastUsedAt">When it was last used, UTC, a few seconds late; null: never. Using a key is no new version of it.</param>
/// <param name="RevokedAt">When it was revoked, UTC; null while it was not.</param>
/// <param name="Replaces">The key whose place it takes; null where there was none.</param>
/// <param name="ReplacedBy">The key that takes its place; null while none does.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record ApiKeyAttributes(
    [property: Name(NameRule.MaxNameLength), Example("Nightly import")] string Name,
    [property: ConstantOf(typeof(ApiKeyModes))] string Mode,
    bool Livemode,
    [property: Length(4, 4), Example("0000")] string LastFour,
    [property: ItemsOf(typeof(ApiKeyScopes)), Example(Permissions.PostsRead, Permissions.UsersRead)] IReadOnlyList<string> Scopes,
    [property: Range(1, ApiKey.MaxRateLimit), Example(600)] int? RateLimitPerMinute,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt,
    ApiKeyId? Replaces,
    ApiKeyId? ReplacedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>What a key belongs to.</summary>
/// <param name="Owner">Whom it acts for.</param>
/// <param name="Organization">The organization.</param>
public sealed record ApiKeyRelationships(Relationship<UserId, UserAttributes> Owner, Relationship<OrganizationId, OrganizationSummary> Organization);
