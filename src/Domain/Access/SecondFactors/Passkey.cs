using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A WebAuthn credential of an account. The private key never leaves the authenticator.</summary>
[IdPrefix("pkey")]
[Global("Read before the tenant is known: a passkey sign-in has only the credential.")]
public sealed class Passkey : AggregateRoot<PasskeyId>, ISoftDeletable
{
    /// <summary>Maximum passkeys of an account.</summary>
    public const int MaxPerAccount = 20;

    private Passkey()
    {
    }

    /// <summary>The account.</summary>
    public AccountId AccountId { get; private init; }

    /// <summary>Navigation to the account, for queries.</summary>
    public Account Account { get; private init; } = null!;

    /// <summary>The credential id; unique among the passkeys that are not removed.</summary>
    [Secret]
    public byte[] CredentialId { get; private init; } = [];

    /// <summary>The public key as COSE_Key (RFC 9052, section 7).</summary>
    [Secret]
    public byte[] PublicKey { get; private init; } = [];

    /// <summary>1 to 100 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The signature counter of the latest sign-in; 0 for authenticators without a counter.</summary>
    public long SignCount { get; private set; }

    /// <summary>The authenticator's transports, comma-separated; a hint for browsers.</summary>
    public string Transports { get; private init; } = "";

    /// <summary>Whether the authenticator verified the user at registration.</summary>
    public bool IsUserVerified { get; private init; }

    /// <summary>Whether it can be synced to other devices (backup eligible); never changes.</summary>
    public bool IsBackupEligible { get; private init; }

    /// <summary>Whether it is synced (backup state), as of the latest signature.</summary>
    public bool IsBackedUp { get; private set; }

    /// <summary>When it was last used to sign in, UTC.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>When the signature counter last failed to increase, UTC: the authenticator may have been cloned.</summary>
    public DateTimeOffset? CounterRegressedAt { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Adds a passkey to an account.</summary>
    public static Passkey Create(AccountId accountId, string name, PasskeyCredential credential, DateTimeOffset now)
    {
        var passkey = new Passkey
        {
            Id = TypeId.New<PasskeyId>(now),
            AccountId = accountId,
            Name = NameRule.Private.Require(name),
            CredentialId = credential.CredentialId,
            PublicKey = credential.PublicKey,
            SignCount = credential.SignCount,
            Transports = credential.Transports,
            IsUserVerified = credential.IsUserVerified,
            IsBackupEligible = credential.IsBackupEligible,
            IsBackedUp = credential.IsBackedUp,
            CreatedAt = now,
        };
        passkey.Raise(new PasskeyAdded(passkey.Id, accountId));
        return passkey;
    }

    /// <summary>Changes the name.</summary>
    /// <exception cref="Errors.ValidationError">It is no name.</exception>
    public void Rename(string name, DateTimeOffset now)
    {
        var before = Name;
        Name = NameRule.Private.Change(before, name);
        if (Name != before)
        {
            Raise(new PasskeyRenamed(Id, AccountId), now);
        }
    }

    /// <summary>Records that the signature counter did not increase (WebAuthn Level 3, section 6.1.1).</summary>
    public void RecordCounterRegression(DateTimeOffset now)
    {
        CounterRegressedAt = now;
        Raise(new PasskeyCounterRegressed(Id, AccountId), now);
    }

    /// <summary>Removes the passkey; does nothing when it is removed already.</summary>
    public void Remove(DateTimeOffset now)
    {
        if (DeletedAt is null)
        {
            DeletedAt = now;
            Raise(new PasskeyRemoved(Id, AccountId), now);
        }
    }
}
