using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>
/// A single-use token with a lifetime: the link of a mail, a WebAuthn or MFA challenge, an OAuth state. Only its hash is stored.
/// </summary>
[Global("Read before the tenant is known: the token is the only credential of the request.")]
public sealed class OneTimeToken
{
    private OneTimeToken()
    {
    }

    /// <summary>SHA-256 of the token, 32 bytes.</summary>
    [Secret]
    public byte[] Hash { get; private init; } = [];

    /// <summary>The only purpose that it can be used for.</summary>
    public OneTimeTokenPurpose Purpose { get; private init; }

    /// <summary>The account; null when there is none yet.</summary>
    public AccountId? AccountId { get; private init; }

    /// <summary>Keyed hash, 32 bytes, of the subject of a token without an account (an email address); finds and revokes its tokens.</summary>
    public byte[]? Subject { get; private init; }

    /// <summary>Data that is needed when the token is used, encrypted.</summary>
    [Secret]
    public byte[]? EncryptedPayload { get; private init; }

    /// <summary>When it was issued, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it expires, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was used or revoked, UTC; null while it is valid.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>How often a code was verified with it.</summary>
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
