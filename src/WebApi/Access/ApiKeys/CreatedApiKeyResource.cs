using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>An API key that was just made, with the key itself.</summary>
/// <param name="Id">The key's id, which is no secret.</param>
/// <param name="Type">Always <c>api_key</c>.</param>
/// <param name="Attributes">Its attributes, with the key itself.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record CreatedApiKeyResource(ApiKeyId Id, string Type, CreatedApiKeyAttributes Attributes, ApiKeyRelationships Relationships) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = ApiKeyResource.TypeName;

    /// <summary>The resource of a key that was just made.</summary>
    public static CreatedApiKeyResource Of(ApiKeyResponse created)
    {
        ArgumentNullException.ThrowIfNull(created);
        var key = ApiKeyResource.Of(created);
        var known = key.Attributes;
        return new CreatedApiKeyResource(
            key.Id,
            TypeName,
            new CreatedApiKeyAttributes(
                known.Name,
                created.Key ?? throw new InvalidOperationException("A key is told only when it is made."),
                known.Mode,
                known.Livemode,
                known.LastFour,
                known.Scopes,
                known.RateLimitPerMinute,
                known.ExpiresAt,
                known.LastUsedAt,
                known.RevokedAt,
                known.Replaces,
                known.ReplacedBy,
                known.CreatedAt,
                known.UpdatedAt),
            key.Relationships);
    }

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>What is told of a key when it is made, once.</summary>
/// <param name="Name">What its owner calls it, 1 to 100 characters.</param>
/// <param name="Key">The key itself: in this answer, and never again.</param>
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
public sealed record CreatedApiKeyAttributes(
    [property: Name(NameRule.MaxNameLength), Example("Nightly import")] string Name,
    [property: RegularExpression("^sk_(live|test)_[A-Za-z0-9_-]{32}$"), Example("sk_live_" + "EXAMPLEEXAMPLEEXAMPLEEXAMPLE0000")] string Key,
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
    DateTimeOffset UpdatedAt)
{
    /// <summary>Without the key: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(CreatedApiKeyAttributes);
}
