using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A code on paper that stands in, once, for a second factor that is lost. What the person has is not stored; only its hash is.</summary>
[Global("Part of an account, which is read before the tenant is known.")]
public sealed class RecoveryCode
{
    private RecoveryCode()
    {
    }

    /// <summary>Whose.</summary>
    public AccountId AccountId { get; private init; }

    /// <summary>HMAC-SHA-256 of account and code, 32 bytes.</summary>
    [Secret]
    public byte[] Hash { get; private init; } = [];

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was used, UTC; null while it is good.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Keeps one.</summary>
    public static RecoveryCode Create(AccountId accountId, byte[] hash, DateTimeOffset now) => new() { AccountId = accountId, Hash = hash, CreatedAt = now };
}
