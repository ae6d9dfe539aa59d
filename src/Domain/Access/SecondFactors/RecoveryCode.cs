using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A single-use code that replaces a lost second factor. Only its hash is stored.</summary>
[Global("Belongs to an account, which is read before the tenant is known.")]
public sealed class RecoveryCode
{
    private RecoveryCode()
    {
    }

    /// <summary>The account.</summary>
    public AccountId AccountId { get; private init; }

    /// <summary>HMAC-SHA-256 of account and code, 32 bytes.</summary>
    [Secret]
    public byte[] Hash { get; private init; } = [];

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was used, UTC; null while it is valid.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Creates a code by its hash.</summary>
    public static RecoveryCode Create(AccountId accountId, byte[] hash, DateTimeOffset now) => new() { AccountId = accountId, Hash = hash, CreatedAt = now };
}
