using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>
/// Something that can be done once, by whoever holds the token, for a while: a link in a mail, a challenge, a state. What the holder has is not stored;
/// only its hash is.
/// </summary>
[Global("Read before the tenant is known: whoever brings it brings nothing else.")]
public sealed class OneTimeToken
{
    private OneTimeToken()
    {
    }

    /// <summary>SHA-256 of the token, 32 bytes.</summary>
    [Secret]
    public byte[] Hash { get; private init; } = [];

    /// <summary>What it is good for.</summary>
    public OneTimeTokenPurpose Purpose { get; private init; }

    /// <summary>Whose account; null where there is none yet.</summary>
    public AccountId? AccountId { get; private init; }

    /// <summary>What it is about, where that is no account: a keyed hash, 32 bytes, by which tokens can be found and withdrawn.</summary>
    public byte[]? Subject { get; private init; }

    /// <summary>What was known when it was issued and is needed when it is used, encrypted.</summary>
    [Secret]
    public byte[]? EncryptedPayload { get; private init; }

    /// <summary>When it was issued, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it ends, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was used or withdrawn, UTC; null while it is good.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>How often it was brought together with something that may be wrong, as a code.</summary>
    public int Attempts { get; private set; }

    /// <summary>Issues one.</summary>
    public static OneTimeToken Issue(
        byte[] hash, OneTimeTokenPurpose purpose, AccountId? accountId, byte[]? subject, byte[]? encryptedPayload, TimeSpan lifetime, DateTimeOffset now) =>
        new()
        {
            Hash = hash,
            Purpose = purpose,
            AccountId = accountId,
            Subject = subject,
            EncryptedPayload = encryptedPayload,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        };
}
