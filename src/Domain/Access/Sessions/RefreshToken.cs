using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>One refresh token of a session, good for one use. What the client holds is not stored; only its hash is.</summary>
[Global("Read before the tenant is known: a refresh brings nothing but the token.")]
public sealed class RefreshToken
{
    private RefreshToken()
    {
    }

    /// <summary>SHA-256 of the token, 32 bytes.</summary>
    [Secret]
    public byte[] Hash { get; private init; } = [];

    /// <summary>The session that it prolongs.</summary>
    public SessionId SessionId { get; private init; }

    /// <summary>When it was issued, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it ends, UTC: some days after it was issued, or with its session.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was exchanged for its successor, UTC; null while it was not.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Issues one.</summary>
    public static RefreshToken Issue(byte[] hash, SessionId sessionId, DateTimeOffset expiresAt, DateTimeOffset now) =>
        new() { Hash = hash, SessionId = sessionId, CreatedAt = now, ExpiresAt = expiresAt };
}
