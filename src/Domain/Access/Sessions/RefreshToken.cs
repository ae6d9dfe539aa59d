using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A single-use refresh token of a session. Only its hash is stored.</summary>
[Global("Read before the tenant is known: the token is the only credential of a refresh.")]
public sealed class RefreshToken
{
    private RefreshToken()
    {
    }

    /// <summary>SHA-256 of the token, 32 bytes.</summary>
    [Secret]
    public byte[] Hash { get; private init; } = [];

    /// <summary>The session.</summary>
    public SessionId SessionId { get; private init; }

    /// <summary>When it was issued, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it expires, UTC: with the idle limit or with its session, whichever is earlier.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was exchanged for its successor, UTC; null while it is unused.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Issues one.</summary>
    public static RefreshToken Issue(byte[] hash, SessionId sessionId, DateTimeOffset expiresAt, DateTimeOffset now) =>
        new() { Hash = hash, SessionId = sessionId, CreatedAt = now, ExpiresAt = expiresAt };
}
