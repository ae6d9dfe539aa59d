using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A key pair in a person's authenticator that signs in to their account. The private half never leaves the authenticator.</summary>
[IdPrefix("pkey")]
[Global("Read before the tenant is known: a sign-in with it brings nothing else.")]
public sealed class Passkey : AggregateRoot<PasskeyId>, ISoftDeletable
{
    /// <summary>Characters of a name at most.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Passkeys of an account at most.</summary>
    public const int MaxOfAccount = 20;

    private Passkey()
    {
    }

    /// <summary>Whose account.</summary>
    public AccountId AccountId { get; private init; }

    /// <summary>The account itself, for queries that begin here.</summary>
    public Account Account { get; private init; } = null!;

    /// <summary>How the authenticator calls it; of one live passkey at most.</summary>
    [Secret]
    public byte[] CredentialId { get; private init; } = [];

    /// <summary>The public key as COSE_Key (RFC 9052, section 7).</summary>
    [Secret]
    public byte[] PublicKey { get; private init; } = [];

    /// <summary>What the person calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How many signatures it has made, as the newest one said; 0 for authenticators that do not count.</summary>
    public long SignCount { get; private set; }

    /// <summary>How the authenticator is reached, comma-separated; a hint for browsers.</summary>
    public string Transports { get; private init; } = "";

    /// <summary>Whether the authenticator verified the person when it made the passkey.</summary>
    public bool IsUserVerified { get; private init; }

    /// <summary>Whether it may be copied to other devices of the person; never changes.</summary>
    public bool IsBackupEligible { get; private init; }

    /// <summary>Whether it has been copied, as the newest signature said.</summary>
    public bool IsBackedUp { get; private set; }

    /// <summary>When somebody last signed in with it, UTC.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>When a signature last came with a counter that was not newer, UTC: there may be a copy of the authenticator.</summary>
    public DateTimeOffset? CounterRegressedAt { get; private set; }

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Adds one to an account.</summary>
    public static Passkey Create(AccountId accountId, string name, PasskeyCredential credential, DateTimeOffset now)
    {
        var passkey = new Passkey
        {
            Id = TypeId.New<PasskeyId>(now),
            AccountId = accountId,
            Name = name,
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

    /// <summary>Gives it another name.</summary>
    public void Rename(string name, DateTimeOffset now)
    {
        if (!string.Equals(name, Name, StringComparison.Ordinal))
        {
            Name = name;
            Raise(new PasskeyRenamed(Id, AccountId), now);
        }
    }

    /// <summary>Notes that its counter has not gone on (WebAuthn Level 3, section 6.1.1).</summary>
    public void NoteRegressedCounter(DateTimeOffset now)
    {
        CounterRegressedAt = now;
        Raise(new PasskeyCounterRegressed(Id, AccountId), now);
    }

    /// <summary>Takes it away: nobody signs in with it again.</summary>
    public void Remove(DateTimeOffset now)
    {
        if (DeletedAt is null)
        {
            DeletedAt = now;
            Raise(new PasskeyRemoved(Id, AccountId), now);
        }
    }
}
