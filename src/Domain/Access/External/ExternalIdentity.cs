using CleanApi.Domain.Common;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>
/// An identity at an external provider that is linked to an account. Issuer and subject identify it, never the email address, which can be reassigned
/// (OpenID Connect Core 1.0, section 5.7).
/// </summary>
[IdPrefix("ext")]
[Global("Read before the tenant is known: an external sign-in has an issuer and a subject, which determine the account.")]
public sealed class ExternalIdentity : AggregateRoot<ExternalIdentityId>, ISoftDeletable
{
    /// <summary>Characters of a subject at most (OpenID Connect Core 1.0, section 2).</summary>
    public const int MaxSubjectLength = 255;

    private ExternalIdentity()
    {
    }

    /// <summary>The account.</summary>
    public AccountId AccountId { get; private init; }

    /// <summary>The provider's name in the settings when it was linked, in lower case.</summary>
    public string Provider { get; private init; } = "";

    /// <summary>The provider's issuer identifier; unique together with <see cref="Subject"/>.</summary>
    public string Issuer { get; private init; } = "";

    /// <summary>The user's identifier at the issuer, 1 to 255 characters, case-sensitive.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>The verified email address at the provider when it was linked, for display; null when there was none.</summary>
    public EmailAddress? Email { get; private init; }

    /// <summary>When it was last used to sign in, UTC; null when it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; private init; }

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Links an identity to an account.</summary>
    public static ExternalIdentity Link(AccountId accountId, string provider, string issuer, string subject, EmailAddress? email, DateTimeOffset now)
    {
        var identity = new ExternalIdentity
        {
            Id = TypeId.New<ExternalIdentityId>(now),
            AccountId = accountId,
            Provider = provider,
            Issuer = issuer,
            Subject = subject,
            Email = email,
            CreatedAt = now,
        };
        identity.Raise(new ExternalIdentityLinked(identity.Id, accountId, provider));
        return identity;
    }

    /// <summary>Unlinks the identity; it can be linked again, to any account.</summary>
    public void Unlink(DateTimeOffset now)
    {
        DeletedAt = now;
        Raise(new ExternalIdentityUnlinked(Id, AccountId, Provider), now);
    }
}
