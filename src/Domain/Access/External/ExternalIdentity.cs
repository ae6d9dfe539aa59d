using CleanApi.Domain.Common;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>
/// Who somebody is at another provider. What identifies them is the provider's issuer and its subject, never an address: that can change hands
/// (OpenID Connect Core 1.0, section 5.7).
/// </summary>
[IdPrefix("ext")]
[Global("Read before the tenant is known: a sign-in brings an issuer and a subject, and they tell the account.")]
public sealed class ExternalIdentity : AggregateRoot<ExternalIdentityId>, ISoftDeletable
{
    /// <summary>Characters of a subject at most (OpenID Connect Core 1.0, section 2).</summary>
    public const int MaxSubjectLength = 255;

    private ExternalIdentity()
    {
    }

    /// <summary>Whose account.</summary>
    public AccountId AccountId { get; private init; }

    /// <summary>The provider's name in the settings when it was linked, in lower case.</summary>
    public string Provider { get; private init; } = "";

    /// <summary>The provider's issuer identifier; unique together with <see cref="Subject"/>.</summary>
    public string Issuer { get; private init; } = "";

    /// <summary>The person's identifier at the issuer, 1 to 255 characters, case-sensitive.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>The address that the provider told when it was linked, for people to recognise it by; null when it told none.</summary>
    public EmailAddress? Email { get; private init; }

    /// <summary>When somebody last signed in with it, UTC; null while nobody has.</summary>
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

    /// <summary>Takes it away from its account; it can be linked anew, to any account.</summary>
    public void Unlink(DateTimeOffset now)
    {
        DeletedAt = now;
        Raise(new ExternalIdentityUnlinked(Id, AccountId, Provider), now);
    }
}
