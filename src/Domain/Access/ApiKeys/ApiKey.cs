using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>
/// What a program signs in with, for a person: it may do what its scopes name, and never more than its owner may. What the program holds is not stored;
/// only its hash is.
/// </summary>
[IdPrefix("key")]
public sealed class ApiKey : AggregateRoot<ApiKeyId>, ITenantOwned
{
    /// <summary>Characters of a name, 1 to this.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Keys of one person that are good at the same time, at most.</summary>
    public const int MaxLiveKeys = 50;

    /// <summary>Requests a minute that a key can be limited to, at most.</summary>
    public const int MaxRateLimit = 100_000;

    /// <summary>How long a key goes on beside its successor, unless somebody says otherwise.</summary>
    public static readonly TimeSpan DefaultGrace = TimeSpan.FromDays(1);

    /// <summary>How long it can go on beside its successor at most.</summary>
    public static readonly TimeSpan MaxGrace = TimeSpan.FromDays(7);

    private ApiKey()
    {
    }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>Its owner, whom it acts for.</summary>
    public UserId UserId { get; private init; }

    /// <summary>What its owner calls it, 1 to 100 characters.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What it is for.</summary>
    public ApiKeyMode Mode { get; private init; }

    /// <summary>The permissions that it was given, in alphabetical order.</summary>
    public IReadOnlyList<string> Scopes { get; private init; } = [];

    /// <summary>SHA-256 of the key's text, 64 hexadecimal digits in lower case: 160 random bits need no slow hash.</summary>
    [Secret]
    public string Hash { get; private init; } = "";

    /// <summary>The last four characters of its text, by which people tell their keys apart.</summary>
    public string LastFour { get; private init; } = "";

    /// <summary>Requests a minute; null: no limit of its own.</summary>
    public int? RateLimitPerMinute { get; private init; }

    /// <summary>When it ends, UTC; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When it was last used, UTC, a few seconds late; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>When it was taken back, UTC; null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The key whose place it takes; null where there was none.</summary>
    public ApiKeyId? Replaces { get; private init; }

    /// <summary>The key that takes its place; null while none does.</summary>
    public ApiKeyId? ReplacedBy { get; private set; }

    /// <summary>Grows when what is known of the key elsewhere has to be looked up again: when its end or its owner's role has changed.</summary>
    public int Stamp { get; private set; } = 1;

    /// <summary>Gives a person a key.</summary>
    /// <param name="organizationId">The person's organization.</param>
    /// <param name="userId">The person.</param>
    /// <param name="terms">What it is called and what it may do.</param>
    /// <param name="hash">SHA-256 of its text, in hexadecimal.</param>
    /// <param name="lastFour">The last four characters of its text.</param>
    /// <param name="now">The time.</param>
    /// <param name="replaces">The key whose place it takes.</param>
    public static ApiKey Create(
        OrganizationId organizationId, UserId userId, ApiKeyTerms terms, string hash, string lastFour, DateTimeOffset now, ApiKeyId? replaces = null)
    {
        var key = new ApiKey
        {
            Id = TypeId.New<ApiKeyId>(now),
            OrganizationId = organizationId,
            UserId = userId,
            Name = terms.Name,
            Mode = terms.Mode,
            Scopes = [.. terms.Scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
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

    /// <summary>Gives the key a successor on the same terms, and an end. A key that was made for some time gets a successor for as long.</summary>
    /// <param name="hash">SHA-256 of the successor's text, in hexadecimal.</param>
    /// <param name="lastFour">The last four characters of the successor's text.</param>
    /// <param name="grace">How long both are good; the key's own end stays when it comes first.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="ConflictError">It is not good any more, or has a successor.</exception>
    public ApiKey Rotate(string hash, string lastFour, TimeSpan grace, DateTimeOffset now)
    {
        if (RevokedAt is not null || ExpiresAt <= now)
        {
            throw new ConflictError("The key has been revoked or has expired");
        }

        if (ReplacedBy is not null)
        {
            throw new ConflictError("The key has been rotated already");
        }

        var terms = new ApiKeyTerms(Name, Mode, Scopes, RateLimitPerMinute, ExpiresAt is { } end ? now + (end - CreatedAt) : null);
        var successor = Create(OrganizationId, UserId, terms, hash, lastFour, now, Id);
        ReplacedBy = successor.Id;
        ExpiresAt = ExpiresAt is { } expiry && expiry < now + grace ? expiry : now + grace;
        Stamp++;
        Raise(new ApiKeyRotated(Id, successor.Id, UserId, OrganizationId), now);
        return successor;
    }

    /// <summary>Takes it back; nothing happens when that was done before.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is null)
        {
            RevokedAt = now;
            Raise(new ApiKeyRevoked(Id, UserId, OrganizationId), now);
        }
    }
}
