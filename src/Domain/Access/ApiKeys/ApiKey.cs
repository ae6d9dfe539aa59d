using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>
/// The credential of a program that acts on behalf of its owner: it has the permissions that both its scopes and its owner's role grant. Only the hash of
/// the key is stored.
/// </summary>
[IdPrefix("key")]
public sealed class ApiKey : AggregateRoot<ApiKeyId>, ITenantOwned
{
    /// <summary>Maximum active keys of one user.</summary>
    public const int MaxActiveKeys = 50;

    /// <summary>Maximum of <see cref="RateLimitPerMinute"/>.</summary>
    public const int MaxRateLimit = 100_000;

    /// <summary>How long a rotated key stays valid by default.</summary>
    public static readonly TimeSpan DefaultGrace = TimeSpan.FromDays(1);

    /// <summary>How long a rotated key can stay valid at most.</summary>
    public static readonly TimeSpan MaxGrace = TimeSpan.FromDays(7);

    private ApiKey()
    {
    }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>The owner, on whose behalf it acts.</summary>
    public UserId UserId { get; private init; }

    /// <summary>1 to 100 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Live or test.</summary>
    public ApiKeyMode Mode { get; private init; }

    /// <summary>The granted permissions, in alphabetical order.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    /// <summary>SHA-256 of the key, 64 lower-case hexadecimal digits: 160 random bits need no slow hash.</summary>
    [Secret]
    public string Hash { get; private init; } = "";

    /// <summary>The last four characters of the key, which identify it to its owner.</summary>
    public string LastFour { get; private init; } = "";

    /// <summary>Requests a minute; null when the key has no limit of its own.</summary>
    public int? RateLimitPerMinute { get; private init; }

    /// <summary>When it expires, UTC; null when it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When it was last used, UTC, with a delay of a few seconds; null when it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>When it was revoked, UTC; null when it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The rotated key that it replaces; null when there is none.</summary>
    public ApiKeyId? Replaces { get; private init; }

    /// <summary>The key that replaces it after a rotation; null when it was not rotated.</summary>
    public ApiKeyId? ReplacedBy { get; private set; }

    /// <summary>The security stamp: incremented when cached copies become outdated, because the expiry, the scopes or the owner's role have changed.</summary>
    public int Stamp { get; private set; } = 1;

    /// <summary>Creates a key.</summary>
    /// <param name="organizationId">The owner's organization.</param>
    /// <param name="userId">The owner.</param>
    /// <param name="terms">Name, mode, scopes, rate limit and expiry.</param>
    /// <param name="hash">SHA-256 of the key, in hexadecimal.</param>
    /// <param name="lastFour">The last four characters of the key.</param>
    /// <param name="now">The current time.</param>
    /// <param name="replaces">The rotated key that it replaces.</param>
    public static ApiKey Create(
        OrganizationId organizationId, UserId userId, ApiKeyTerms terms, string hash, string lastFour, DateTimeOffset now, ApiKeyId? replaces = null)
    {
        var key = new ApiKey
        {
            Id = TypeId.New<ApiKeyId>(now),
            OrganizationId = organizationId,
            UserId = userId,
            Name = NameRule.Private.Require(terms.Name),
            Mode = terms.Mode,
            Scopes = Sorted(terms.Scopes),
            Hash = hash,
            LastFour = lastFour,
            RateLimitPerMinute = terms.RateLimitPerMinute,
            ExpiresAt = terms.ExpiresAt,
            Replaces = replaces,
            CreatedAt = now,
        };
        key.Raise(new ApiKeyCreated(key.Id, userId, organizationId));
        return key;
    }

    /// <summary>Rotates the key: creates a successor on the same terms and with the same lifetime, and lets this key expire after the grace period.</summary>
    /// <param name="hash">SHA-256 of the successor, in hexadecimal.</param>
    /// <param name="lastFour">The last four characters of the successor.</param>
    /// <param name="grace">How long both keys are valid; an earlier expiry of this key stays.</param>
    /// <param name="now">The current time.</param>
    /// <exception cref="ConflictError">The key was revoked or rotated, or has expired.</exception>
    public ApiKey Rotate(string hash, string lastFour, TimeSpan grace, DateTimeOffset now)
    {
        RequireActive(now);
        if (ReplacedBy is not null)
        {
            throw AccessErrors.KeyRotated();
        }

        var terms = new ApiKeyTerms(Name, Mode, Scopes, RateLimitPerMinute, ExpiresAt is { } end ? now + (end - CreatedAt) : null);
        var successor = Create(OrganizationId, UserId, terms, hash, lastFour, now, Id);
        ReplacedBy = successor.Id;
        ExpiresAt = ExpiresAt is { } expiry && expiry < now + grace ? expiry : now + grace;
        Stamp++;
        Raise(new ApiKeyRotated(Id, successor.Id, UserId, OrganizationId), now);
        return successor;
    }

    /// <summary>Changes the name, and takes away the scopes that are left out.</summary>
    /// <exception cref="ValidationError">It is no name, or the key does not have one of the scopes.</exception>
    /// <exception cref="ConflictError">The key was revoked or has expired.</exception>
    public void Update(string name, IReadOnlyList<string> scopes, DateTimeOffset now)
    {
        RequireActive(now);
        if (scopes.FirstOrDefault(scope => !Scopes.Contains(scope, StringComparer.Ordinal)) is { } added)
        {
            throw AccessErrors.ScopeNotGranted(added);
        }

        var (nameBefore, next) = (Name, Sorted(scopes));
        Name = NameRule.Private.Change(nameBefore, name);
        var isNarrower = next.Count < Scopes.Count;
        if (isNarrower)
        {
            Scopes = next;
            Stamp++;
        }

        if (isNarrower || Name != nameBefore)
        {
            Raise(new ApiKeyUpdated(Id, UserId, OrganizationId, Name, Scopes), now);
        }
    }

    /// <summary>Whether it is neither revoked nor expired.</summary>
    public bool IsActive(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);

    /// <summary>Revokes the key; does nothing when it is revoked already.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is null)
        {
            RevokedAt = now;
            Raise(new ApiKeyRevoked(Id, UserId, OrganizationId), now);
        }
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> scopes) => [.. scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private void RequireActive(DateTimeOffset now)
    {
        if (!IsActive(now))
        {
            throw AccessErrors.KeyNotActive();
        }
    }
}
